namespace HilBench.Rules;

/// <summary>The two parts of a tap's name, <c>device.kind</c>.</summary>
internal static class TapName
{
    /// <summary>Tap of the bench's own clock.</summary>
    public const string BenchClock = "bench.clock";

    /// <summary>The device: the part before the first dot, or the whole name where there is none (a capture from the field).</summary>
    public static string Device(string tap)
    {
        var dot = tap.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? tap : tap[..dot];
    }

    /// <summary>Whether a tap is of a kind: <c>air</c>, <c>spat</c>, <c>lamps</c>, <c>ifm</c>, <c>gnss</c> …</summary>
    public static bool Is(string tap, string kind) =>
        tap.Length > kind.Length && tap[^(kind.Length + 1)] == '.' && tap.EndsWith(kind, StringComparison.Ordinal);

    /// <summary>Whether a tap is the air tap of a device whose name begins with a prefix: <c>obu</c>, <c>rsu</c>.</summary>
    public static bool IsAirOf(string tap, string prefix) => Is(tap, "air") && tap.StartsWith(prefix, StringComparison.Ordinal);
}
