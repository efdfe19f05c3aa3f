using System.Text;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Emulator;

/// <summary>The command line of the emulator program: one settings document in, one JSON line when ready, one when ended.</summary>
internal static class EmulatorCommand
{
    private const int Ended = 0;
    private const int LinkFault = 3;
    private const int Usage = 64; // EX_USAGE of sysexits.h
    private const int LifelineGone = 69; // EX_UNAVAILABLE
    private const string Variable = "HILBENCH_EMULATOR_SETTINGS";

    /// <summary>Runs an emulator until it ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args, Stream input, TextWriter output, TextWriter error)
    {
        if (args is ["--help" or "-h"])
        {
            output.WriteLine(Help);
            return Ended;
        }

        if (args is ["--version"])
        {
            output.WriteLine(EmulatorHost.Version);
            return Ended;
        }

        try
        {
            var (octets, source) = Document(args, input);
            var settings = SettingsDocument.Read(octets, source);
            var end = new EmulatorRun(settings) { Ready = health => output.WriteLine(SettingsDocument.Line(health)) }.Execute(CancellationToken.None);
            output.WriteLine(SettingsDocument.Line(end.Health));
            return end.Cause == EndCause.LifelineGone ? LifelineGone : Ended;
        }
        catch (SettingsException fault)
        {
            return Tell(error, fault.Message, Usage);
        }
        catch (Exception fault) when (fault is LinkException or IOException or UnauthorizedAccessException)
        {
            return Tell(error, fault.Message, LinkFault);
        }
    }

    private static (ReadOnlyMemory<byte> Octets, string Source) Document(string[] args, Stream input)
    {
        switch (args)
        {
            case ["-"]:
                return (ReadAll(input), "standard input");
            case [var file] when !file.StartsWith('-'):
                using (var stream = File.OpenRead(file))
                {
                    return (ReadAll(stream), file);
                }

            case [] when Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text:
                return (Encoding.UTF8.GetBytes(text), Variable);
            default:
                throw new SettingsException(
                    args.Length == 0 ? "no settings" : $"'{string.Join(' ', args)}'", [$"expected a settings file, '-' for standard input, or the settings in {Variable}; '--help' shows how it is used."]);
        }
    }

    // One octet more than allowed is enough to be refused.
    private static byte[] ReadAll(Stream stream)
    {
        var octets = new byte[SettingsDocument.MaxOctets + 1];
        return octets[..stream.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false)];
    }

    private static int Tell(TextWriter error, string message, int code)
    {
        foreach (var line in message.Split('\n'))
        {
            error.WriteLine($"hilbench-emulator: {line.TrimEnd()}");
        }

        return code;
    }

    private const string Help = """
        hilbench-emulator: one emulated device, as a program.

        Usage:
          hilbench-emulator <settings.json>    settings from a file
          hilbench-emulator -                  settings from standard input
          hilbench-emulator                    settings from the variable HILBENCH_EMULATOR_SETTINGS
          hilbench-emulator --version

        'hilbench emulate <device> --print-settings' writes settings to start from.

        Prints one JSON line when its ports are open and one when it has ended. Its control port answers one JSON document a
        datagram: {"ask": "health"}, {"ask": "start"} or {"ask": "stop"}.

        Exit codes:
          0   ended by SIGTERM, Ctrl-C or its control port
          3   a port could not be opened, or a file not read
          64  the settings are wrong
          69  the lifeline is gone: nobody asked on the control port for as long as the settings say
        """;
}
