namespace HilBench.Links;

/// <summary>The bench's own timing floor: send-to-receive time of datagrams that it sends to itself.</summary>
/// <param name="Count">Number of datagrams.</param>
/// <param name="MinMicroseconds">Shortest time, in µs.</param>
/// <param name="P50Microseconds">Median, in µs.</param>
/// <param name="P99Microseconds">99th percentile, in µs.</param>
/// <param name="MaxMicroseconds">Longest time, in µs.</param>
/// <param name="Method">How it was measured, in words.</param>
public sealed record FloorMeasurement(
    int Count,
    double MinMicroseconds,
    double P50Microseconds,
    double P99Microseconds,
    double MaxMicroseconds,
    string Method);
