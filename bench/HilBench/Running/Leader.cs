namespace HilBench.Running;

/// <summary>The vehicle in front of another.</summary>
/// <param name="GapMetres">From the front of the one behind to its rear, in m; negative when they overlap.</param>
/// <param name="SpeedMetresPerSecond">Its speed in m/s.</param>
public readonly record struct Leader(double GapMetres, double SpeedMetresPerSecond);
