using HilBench.Geometry;

namespace HilBench.Scene;

/// <summary>Place and motion of a vehicle's middle.</summary>
/// <param name="Place">Metres east and north of the site's reference point.</param>
/// <param name="HeadingDegrees">Degrees clockwise from north.</param>
/// <param name="SpeedMetresPerSecond">Speed in m/s.</param>
public readonly record struct ScenePose(LocalPoint Place, double HeadingDegrees, double SpeedMetresPerSecond);
