using System.Diagnostics;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>The programs of net-snmp (Debian packages snmp and snmpd), without MIBs, configuration or state of this machine.</summary>
internal static class NetSnmp
{
    /// <summary>Skips the test where they are not installed.</summary>
    public static void Require() => Peers.Require("snmpget", "snmp");

    /// <summary>Runs one to its end, at most a minute. Names and values are printed as numbers.</summary>
    /// <param name="program">For example <c>snmpget</c>.</param>
    /// <param name="arguments">Its arguments, the agent's address among them.</param>
    /// <returns>Exit code, and what it printed on standard output and standard error.</returns>
    public static (int ExitCode, string Output, string Errors) Run(string program, params IEnumerable<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-snmp-").FullName;
        try
        {
            var start = new ProcessStartInfo(program, ["-m", "", "-On", "-Oe", "-Ot", .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["SNMPCONFPATH"] = folder;
            start.Environment["SNMP_PERSISTENT_DIR"] = folder;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{program} did not end within a minute.");
            }

            return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs one that must succeed and gives what it printed on standard output.</summary>
    public static string Succeed(string program, params IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = Run(program, arguments);
        Assert.That(exitCode, Is.Zero, output + errors);
        return output;
    }
}
