using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Cli.Rendering;
using HilBench.Inputs;
using HilBench.Scene;

namespace HilBench.Cli;

/// <summary><c>hilbench render</c></summary>
internal static class RenderCommand
{
    private const double MostFramesPerSecond = 60;

    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("render", "Draw the scene of a moment of a recording, or a film of a span: site, lamps, vehicles, claims, messages.")
        {
            Examples =
            [
                ("render artifacts/runs/my-run --at 12.3s", "A picture of one moment: scene.png."),
                ("render my-run --purpose US-CI-013 --finding 1", "The moment of a finding of the run record."),
                ("render my-run --from 10s --to 20s --fps 10 --out film.webp", "A film: animated WebP, which browsers play by themselves."),
                ("render field.pcapng --at 2min --view angle --dark --size 1920x1080", "At an angle, on a dark ground, from any capture."),
            ],
            Sections =
            [
                ("Without OpenGL", ["Pictures need libEGL and a driver (a software one is enough): sudo apt-get install libegl1 libgl1 libgl1-mesa-dri. Nothing else does."]),
                ("Exit code", ["0 when it was drawn, 3 when it cannot be: no OpenGL, no such moment, no capture."]),
            ],
        };
        var evidence = new Argument<string>("evidence") { Description = "Evidence folder, pcapng or pcap file.", HelpName = "folder|capture" };
        var at = Quantity("--at", "The moment, from the start of the recording.", Dimension.Time, "12.3s");
        var from = Quantity("--from", "Where a film begins.", Dimension.Time, "10s");
        var to = Quantity("--to", "Where a film ends.", Dimension.Time, "20s");
        var rate = new Option<double>("--fps") { Description = "Frames of a film per second, 1 to 60. Default: 10.", HelpName = "number", DefaultValueFactory = _ => 10 };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= MostFramesPerSecond))
            {
                result.AddError("--fps: expected 1 to 60 frames per second");
            }
        });
        var purpose = new Option<string>("--purpose") { Description = "Draw the moment of a finding of this purpose; needs an evidence folder with run.json.", HelpName = "id" };
        var finding = new Option<int>("--finding") { Description = "Which finding of the purpose, from 1. Default: 1.", HelpName = "number", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "File to write: .png, .jpg or .webp. Default: scene.png, scene.webp for a film.", HelpName = "file" };
        var size = new Option<string>("--size") { Description = "Width and height in pixels, 320x240 to 4096x4096. Default: 1280x800.", HelpName = "WxH", DefaultValueFactory = _ => "1280x800" };
        var view = WordOption.Create("--view", "From where.", ("above", SceneView.Above), ("angle", SceneView.Angle));
        var dark = new Option<bool>("--dark") { Description = "On a dark ground." };
        var reach = Quantity("--reach", "From the middle of the intersection to the nearer edge of the map. Default: 48 m.", Dimension.Length, "48m");
        var skip = SkipOption.Create();
        command.Add(evidence);
        foreach (var option in (Option[])[at, from, to, rate, purpose, finding, output, size, view, dark, reach, skip])
        {
            command.Add(option);
        }

        command.SetAction((parse, cancellation) =>
        {
            var order = new RenderOrder(
                parse.GetRequiredValue(evidence),
                Style(parse.GetValue(size)!, parse.GetValue(view), parse.GetValue(dark), parse.GetValue(reach)),
                parse.GetValue(output),
                parse.GetValue(skip));
            var drawn = Stages.Run(terminal, ["render"], display =>
            {
                display.Begin();
                return (parse.GetValue(at), parse.GetValue(from), parse.GetValue(to), parse.GetValue(purpose)) switch
                {
                    ({ } moment, null, null, null) => order.Still(TimeSpan.FromSeconds(moment)),
                    (null, { } begin, { } end, null) => order.Film(TimeSpan.FromSeconds(begin), TimeSpan.FromSeconds(end), parse.GetValue(rate), display, cancellation),
                    (null, null, null, { } id) => order.Finding(id, parse.GetValue(finding)),
                    _ => throw new UsageException("render: say one moment with --at, a span with --from and --to, or a finding with --purpose"),
                };
            });
            terminal.Output.WriteLine(drawn);
            return Task.FromResult(ExitCodes.Pass);
        });
        return command;
    }

    private static Option<double?> Quantity(string name, string description, Dimension dimension, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        CustomParser = result =>
        {
            if (dimension.Read(result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty, out var value) is { } wrong)
            {
                result.AddError($"{name}: {wrong}");
                return null;
            }

            return value;
        },
    };

    private static SceneStyle Style(string size, SceneView view, bool dark, double? reach)
    {
        var parts = size.Split('x');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height))
        {
            throw new UsageException($"--size: expected width and height such as 1280x800, found '{size}'");
        }

        var style = new SceneStyle(width, height, view, dark);
        style = reach is { } metres ? style with { ReachMetres = metres } : style;
        return style.Check() is { } wrong ? throw new UsageException($"render: {wrong}") : style;
    }
}
