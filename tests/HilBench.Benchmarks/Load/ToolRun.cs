using System.Diagnostics;
using System.Globalization;

namespace HilBench.Benchmarks.Load;

/// <summary>What a command of the tool took.</summary>
/// <param name="Seconds">Seconds of a processor, looked at each 10 ms: other work on the machine changes them less than it does the time on the wall.</param>
/// <param name="PeakMegabytes">Most memory that it held (VmHWM, Linux), in 10⁶ octets, looked at each 10 ms; 0 where that cannot be read.</param>
internal readonly record struct ToolRun(double Seconds, double PeakMegabytes)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs <c>hilbench</c> in a process of its own.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <exception cref="InvalidOperationException">It ended with 3 or 64: an error of the bench or of the command line.</exception>
    public static ToolRun Of(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, taken) = (0.0, TimeSpan.Zero);
        while (!process.WaitForExit(Look))
        {
            peak = Math.Max(peak, Peak(process.Id));
            taken = Taken(process) ?? taken;
        }

        _ = output.GetAwaiter().GetResult();
        var said = errors.GetAwaiter().GetResult();
        return process.ExitCode is 3 or 64
            ? throw new InvalidOperationException($"hilbench {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}")
            : new ToolRun(taken.TotalSeconds, peak);
    }

    private static TimeSpan? Taken(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null; // it ended in between
        }
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
