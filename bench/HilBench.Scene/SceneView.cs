namespace HilBench.Scene;

/// <summary>From where a scene is looked at.</summary>
public enum SceneView
{
    /// <summary>From straight above, north up.</summary>
    Above,

    /// <summary>From the south, at an angle.</summary>
    Angle,
}
