using HilBench.Emulators.Hosting;
using HilBench.Inputs;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Reports;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scene;
using HilBench.Watch;

namespace HilBench.Cli;

/// <summary>The one place where an exception becomes a message and an exit code.</summary>
internal static class Faults
{
    /// <summary>Environment variable that asks for the trace of a fault.</summary>
    public const string TraceVariable = "HILBENCH_TRACE";

    /// <summary>Writes what happened; never a stack trace unless it was asked for.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="error">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception fault, TextWriter error)
    {
        var expected = IsExpected(fault);
        var message = fault switch
        {
            OperationCanceledException => "stopped before the end; what was recorded so far is kept",
            _ when expected => fault.Message,
            _ => $"this is a fault of the bench: {fault.GetType().Name}: {fault.Message}",
        };
        foreach (var line in message.Split('\n'))
        {
            error.WriteLine($"hilbench: {line.TrimEnd()}");
        }

        if (Environment.GetEnvironmentVariable(TraceVariable) == "1")
        {
            error.WriteLine(fault);
        }
        else if (!expected)
        {
            error.WriteLine($"hilbench: set {TraceVariable}=1 and run it again for the trace to report.");
        }

        return fault is UsageException ? ExitCodes.Usage : ExitCodes.Error;
    }

    private static bool IsExpected(Exception fault) => fault
        is UsageException or OperationCanceledException or InputFileException or LinkException or RunException or ReportException
        or CaptureException or EvidenceException or SceneException or WatchException or SettingsException or RigException
        or IOException or UnauthorizedAccessException;
}
