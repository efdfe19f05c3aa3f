namespace HilBench.Drivers.Doctor;

/// <summary>What the kernel says of this process.</summary>
internal static class ProcessStatus
{
    /// <summary>A value of <c>/proc/self/status</c>; null when it has none of the name.</summary>
    public static string? Value(IMachine machine, string name) => machine.ReadText("/proc/self/status")?
        .Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..]
        .Trim();
}
