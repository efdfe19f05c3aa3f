using System.CommandLine;
using HilBench.Cli.Decoding;
using HilBench.Wire.Decoding;

namespace HilBench.Cli;

/// <summary><c>hilbench decode</c></summary>
internal static class DecodeCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var message = new Argument<string>("message")
        {
            Description = "The message in hexadecimal, a text file with a message a line (blank lines and lines with # are skipped), a capture, or - for standard input.",
            HelpName = "hex|file|-",
        };
        var family = WordOption.Create<MessageFamily?>(
            "--family",
            "What it is known to be; else the octets say it.",
            ("auto", null),
            ("j2735", MessageFamily.J2735),
            ("ieee1609", MessageFamily.Ieee1609),
            ("etsi", MessageFamily.Etsi),
            ("csae", MessageFamily.Csae),
            ("csae2017", MessageFamily.Csae2017),
            ("csae2019", MessageFamily.Csae2019),
            ("tci", MessageFamily.Tci),
            ("tci-uper", MessageFamily.TciUper));
        var format = WordOption.Create(
            "--format",
            "A field a line, one JSON document, or a JSON object a line.",
            ("tree", DecodeFormat.Tree),
            ("json", DecodeFormat.Json),
            ("jsonl", DecodeFormat.JsonLines));
        var command = new TaughtCommand("decode", "Show a message field by field: bits, values with units, and every constraint that it breaks.")
        {
            Examples =
            [
                ("decode 001425...", "A J2735 message: each field with its bits, its number and its quantity."),
                ("decode messages.txt --format jsonl", "A file with a message a line, as one JSON object a line."),
                ("decode air.pcap", "Every message of a capture: Ethernet, IEEE 802.11, UDP, and what units copy to UDP (C2P, PC5)."),
                ("decode - --family ieee1609 < frames.txt", "WAVE short messages or IEEE 1609.2 data, with what they carry."),
                ("decode 1100050150...", "A GeoNetworking packet: its headers, BTP, and the CAM, DENM or SPATEM behind them."),
                ("decode 00030000... --family tci", "A message of OmniAir's Test Control Interface in OER; tci-uper reads its other encoding."),
                ("decode 02a466... --family csae", "A T/CSAE 53-2020 MessageFrame; bare ones have no mark, so the family must be named, and another edition by its year."),
                ("decode \"$(xxd -p datagram.bin | tr -d '\\n')\"", "A binary file: a controller's TSCBM datagram, an RSU 4.1 immediate-forward text."),
            ],
            Sections = [("Exit code", ["0 when everything was read and is as it must be, 1 when a message breaks its definition, 64 when a line is no hexadecimal."])],
        };
        command.Add(message);
        command.Add(family);
        command.Add(format);
        var skip = SkipOption.Create();
        command.Add(skip);
        command.SetAction(parse => Decode(parse.GetRequiredValue(message), parse.GetValue(family), parse.GetValue(format), parse.GetValue(skip), terminal));
        return command;
    }

    private static int Decode(string argument, MessageFamily? family, DecodeFormat format, int skip, Terminal terminal)
    {
        var capture = CaptureSource.IsCapture(argument) ? new CaptureSource(argument, skip) : null;
        var code = ExitCodes.Pass;
        var count = 0;
        var writer = new MessageWriter(format, HexSource.IsList(argument), terminal.Output);
        foreach (var line in capture?.Read() ?? HexSource.Read(argument, terminal.Input))
        {
            count++;
            if (line.Fault is not null)
            {
                terminal.Error.WriteLine($"hilbench: {line.Place}: {line.Fault}");
                code = ExitCodes.Usage;
                continue;
            }

            var found = MessageFinder.Find(line.Octets, family);
            writer.Write(line.Place, found);
            code = found.IsClean ? code : Math.Max(code, ExitCodes.Fail);
        }

        writer.End();
        if (capture is { Without: > 0 })
        {
            terminal.Error.WriteLine($"hilbench: {argument}: {capture.Without} of {capture.Packets} packets carry no message known here");
        }

        return count > 0 ? code : throw new UsageException($"'{argument}' holds no message; expected {(capture is null ? "hexadecimal, a message a line" : "a capture of V2X messages")}");
    }
}
