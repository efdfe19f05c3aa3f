using System.CommandLine;
using HilBench.Emulators.Hosting;

namespace HilBench.Cli.Emulation;

/// <summary><c>hilbench emulate</c></summary>
internal static class EmulateCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("emulate", "Run one emulated device as a program of its own, for somebody else's test, until Ctrl-C.")
        {
            Examples =
            [
                ("emulate signal-controller", "A controller that sends its SPaT feed (TSCBM, 10 Hz) to 127.0.0.1:6053."),
                ("emulate asc1 --link spat=192.168.1.20:6053", "The same, to an RSU on the bench's network."),
                ("emulate rsu1 --defect spat-delay-400ms", "An RSU with a fault: does your receiver notice?"),
                ("emulate obu1 --link gnss=127.0.0.1:10110 --link air=127.0.0.1:50004", "An OBU that takes NMEA 0183 on UDP and sends its frames to a socket of yours."),
                ("emulate asc1 --container", "In a container: its ports are published on 127.0.0.1, and it ends with this command, however that ends."),
                ("emulate rsu1 --print-settings > rsu1.json", "What it would run, as a file to change."),
                ("emulate --settings rsu1.json", "Run that file; hilbench-emulator and its container take the same file."),
            ],
            Sections =
            [
                ("Links", [.. DeviceKinds.All.SelectMany(Lines)]),
                ("Exit code", ["0 when it was ended by Ctrl-C, SIGTERM or its control port; 3 when a port cannot be opened or a file is wrong."]),
            ],
        };
        var options = new EmulateOptions();
        options.AddTo(command);
        command.SetAction((parse, cancellation) => RunAsync(parse, options, terminal, cancellation));
        return command;
    }

    private static IEnumerable<string> Lines(DeviceKind kind) =>
        kind.Slots.Select(slot => $"{kind.Word,-18} {slot.Kind,-10} {(slot.Use == LinkUse.Sends ? "sends to" : "listens on"),-10} {slot.UsualPort,5}  {slot.Carries}");

    private static async Task<int> RunAsync(ParseResult parse, EmulateOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var settings = options.Settings(parse);
        if (options.PrintSettings(parse))
        {
            terminal.Output.WriteLine(SettingsDocument.Write(settings));
            return ExitCodes.Pass;
        }

        var display = new EmulationDisplay(settings, terminal);
        if (options.InContainer(parse))
        {
            await ContainerEmulation.RunAsync(settings, display, terminal, cancellation);
            return ExitCodes.Pass;
        }

        var end = new EmulatorRun(settings) { Ready = health => display.Ready(health, place: null), Progress = display.Advance }.Execute(cancellation);
        display.End(end.Reason, end.Health);
        return ExitCodes.Pass;
    }
}
