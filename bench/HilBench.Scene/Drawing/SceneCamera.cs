using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>Where the eye is, and where a place on the site comes to lie in the picture.</summary>
internal sealed class SceneCamera
{
    private const float Pitch = 0.66f; // radians below the horizon
    private const float FieldOfView = 0.62f; // radians, up and down
    private readonly Vector2 _extent;

    /// <summary>Puts the eye.</summary>
    /// <param name="style">From where, and how far it sees.</param>
    /// <param name="width">Width of the map in pixels.</param>
    /// <param name="height">Its height.</param>
    public SceneCamera(SceneStyle style, int width, int height)
    {
        _extent = new Vector2(width, height);
        View = style.View;
        var reach = (float)style.ReachMetres;
        var aspect = (float)width / height;
        if (style.View == SceneView.Above)
        {
            var (east, north) = aspect >= 1 ? (reach * aspect, reach) : (reach, reach / aspect);
            Eye = new Vector3(0, 0, 1000);
            ToClip = Matrix4x4.CreateOrthographicOffCenter(-east, east, -north, north, -100, 100);
            return;
        }

        var away = reach * 1.05f / MathF.Tan(FieldOfView / 2) * Math.Max(1, 1.15f / aspect);
        Eye = new Vector3(0, -away * MathF.Cos(Pitch), away * MathF.Sin(Pitch));
        ToClip = Matrix4x4.CreateLookAt(Eye, new Vector3(0, -0.02f * reach, 0), Vector3.UnitZ)
            * Matrix4x4.CreatePerspectiveFieldOfView(FieldOfView, aspect, 1, away * 20);
    }

    /// <summary>From where.</summary>
    public SceneView View { get; }

    /// <summary>The eye, metres east, north and up.</summary>
    public Vector3 Eye { get; }

    /// <summary>From the site to clip space.</summary>
    public Matrix4x4 ToClip { get; }

    /// <summary>Where a place on the site lies: pixels from the upper left corner; null behind the eye.</summary>
    public Vector2? Project(Vector2 place, float height = 0)
    {
        var clip = Vector4.Transform(new Vector4(place, height, 1), ToClip);
        return clip.W <= 0.01f ? null : new Vector2((clip.X / clip.W) + 1, 1 - (clip.Y / clip.W)) / 2 * _extent;
    }

    /// <summary>Pixels that a metre takes around a place.</summary>
    public float PixelsPerMetre(Vector2 place) =>
        Project(place) is { } here && Project(place + Vector2.UnitX) is { } there ? Vector2.Distance(here, there) : 1;
}
