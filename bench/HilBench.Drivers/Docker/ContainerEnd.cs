namespace HilBench.Drivers.Docker;

/// <summary>How a device's container ended.</summary>
/// <param name="ExitCode">Exit code of the emulator; null when Docker did not tell.</param>
/// <param name="Reason">In words, with the device's name.</param>
public sealed record ContainerEnd(long? ExitCode, string Reason)
{
    internal static ContainerEnd Of(string device, long code) => new(code, code switch
    {
        0 => $"{device}: the emulator has ended as it was told to.",
        3 => $"{device}: the emulator could not open a port (exit code 3).",
        64 => $"{device}: the emulator did not take its settings (exit code 64).",
        69 => $"{device}: the emulator ended by itself, because the bench had not asked for it any more (exit code 69).",
        137 => $"{device}: its container was killed (SIGKILL, exit code 137): by 'docker kill', or for want of memory.",
        143 => $"{device}: its container was terminated (SIGTERM, exit code 143).",
        _ => $"{device}: its container ended with exit code {code}.",
    });
}
