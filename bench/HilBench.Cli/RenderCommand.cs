using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Cli.Rendering;
using HilBench.Scene;

namespace HilBench.Cli;

/// <summary><c>hilbench render</c></summary>
internal static class RenderCommand
{
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
        var options = new RenderOptions();
        options.AddTo(command);
        command.SetAction((parse, cancellation) => Task.FromResult(Draw(parse, options, terminal, cancellation)));
        return command;
    }

    private static int Draw(ParseResult parse, RenderOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var order = new RenderOrder(
            parse.GetRequiredValue(options.Evidence),
            Style(parse.GetValue(options.Size)!, parse.GetValue(options.View), parse.GetValue(options.Dark), parse.GetValue(options.Reach)),
            parse.GetValue(options.Output),
            parse.GetValue(options.Skip));
        var drawn = Stages.Run(terminal, ["render"], display =>
        {
            display.Begin();
            return (parse.GetValue(options.At), parse.GetValue(options.From), parse.GetValue(options.To), parse.GetValue(options.Purpose)) switch
            {
                ({ } moment, null, null, null) => order.Still(TimeSpan.FromSeconds(moment)),
                (null, { } begin, { } end, null) =>
                    order.Film(TimeSpan.FromSeconds(begin), TimeSpan.FromSeconds(end), parse.GetValue(options.Rate), display, cancellation),
                (null, null, null, { } id) => order.Finding(id, parse.GetValue(options.Finding)),
                _ => throw new UsageException("render: say one moment with --at, a span with --from and --to, or a finding with --purpose"),
            };
        });
        terminal.Output.WriteLine(drawn);
        return ExitCodes.Pass;
    }

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
