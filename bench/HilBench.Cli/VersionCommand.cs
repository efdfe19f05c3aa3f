using System.Reflection;
using System.Runtime.InteropServices;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench version</c></summary>
internal static class VersionCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("version", "Show the version of the bench, of its run records and of what it runs on.")
        {
            Examples = [("version", "Say which build this is, for a report of a fault.")],
        };
        command.SetAction(_ => Write(terminal.Output));
        return command;
    }

    private static int Write(TextWriter output)
    {
        var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        output.WriteLine($"hilbench {version}");
        output.WriteLine($"run record schema {RunRecord.CurrentSchemaVersion}");
        output.WriteLine($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}");
        return ExitCodes.Pass;
    }
}
