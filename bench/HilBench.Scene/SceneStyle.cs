namespace HilBench.Scene;

/// <summary>How a scene is drawn.</summary>
/// <param name="Width">Width of the picture in pixels, 320 to 4096.</param>
/// <param name="Height">Height of the picture in pixels, 240 to 4096.</param>
/// <param name="View">From where.</param>
/// <param name="Dark">Whether on a dark ground; the light one prints.</param>
/// <param name="ReachMetres">Metres from the middle of the intersection to the nearer edge of the map, 10 to 2000.</param>
public sealed record SceneStyle(int Width = 1280, int Height = 800, SceneView View = SceneView.Above, bool Dark = false, double ReachMetres = 48)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Check() =>
        Width is < 320 or > 4096 || Height is < 240 or > 4096 ? FormattableString.Invariant($"a picture of {Width}x{Height} pixels, expected 320x240 to 4096x4096")
        : ReachMetres is < 10 or > 2000 ? FormattableString.Invariant($"a reach of {ReachMetres} m, expected 10 m to 2000 m")
        : null;
}
