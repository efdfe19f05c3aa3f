using System.Diagnostics;

namespace HilBench.Tests.Links;

/// <summary>A dumpcap that captures on the far end of a <see cref="VethPair"/>.</summary>
internal sealed class Listening : IDisposable
{
    private readonly Process _process;

    private Listening(Process process, string file) => (_process, File) = (process, file);

    /// <summary>Where the packets go.</summary>
    public string File { get; }

    /// <summary>Starts it, and returns when it listens.</summary>
    public static async Task<Listening> BeginAsync(VethPair pair, string file, int packets, string filter)
    {
        var process = Process.Start(new ProcessStartInfo(
            "ip", [.. pair.Inside, "dumpcap", "-q", "-i", pair.There, "-f", filter, "-c", $"{packets}", "-a", "duration:60", "-w", file])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var told = string.Empty;
        while (!told.Contains("File:", StringComparison.Ordinal))
        {
            told += await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? throw new InvalidOperationException($"dumpcap ended: {told}");
        }

        return new Listening(process, file);
    }

    /// <summary>Waits until it has all packets, and reads fields of them with tshark: a line a packet, fields with commas between.</summary>
    public async Task<string[]> ReadAsync(params string[] fields)
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return Peers.Run("tshark", ["-r", File, "-T", "fields", "-E", "separator=,", "-E", "occurrence=f", .. fields.SelectMany(field => (string[])["-e", field])])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
