using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Inputs;
using HilBench.Scene;

namespace HilBench.Cli.Rendering;

/// <summary>The options of <c>hilbench render</c>, and what they ask for.</summary>
internal sealed class RenderOptions
{
    private const double MostFramesPerSecond = 60;

    private readonly Argument<string> _evidence = new("evidence") { Description = "Evidence folder, pcapng or pcap file.", HelpName = "folder|capture" };
    private readonly Option<double?> _at = Quantity("--at", "The moment, from the start of the recording.", Dimension.Time, "12.3s");
    private readonly Option<double?> _from = Quantity("--from", "Where a film begins.", Dimension.Time, "10s");
    private readonly Option<double?> _to = Quantity("--to", "Where a film ends.", Dimension.Time, "20s");
    private readonly Option<double> _rate = new("--fps") { Description = "Frames of a film per second, 1 to 60. Default: 10.", HelpName = "number", DefaultValueFactory = _ => 10 };

    private readonly Option<string> _purpose = new("--purpose")
    {
        Description = "Draw the moment of a finding of this purpose; needs an evidence folder with run.json.",
        HelpName = "id",
    };

    private readonly Option<int> _finding = new("--finding") { Description = "Which finding of the purpose, from 1. Default: 1.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _out = new("--out") { Description = "File to write: .png, .jpg or .webp. Default: scene.png, scene.webp for a film.", HelpName = "file" };

    private readonly Option<string> _size = new("--size")
    {
        Description = "Width and height in pixels, 320x240 to 4096x4096. Default: 1280x800.",
        HelpName = "WxH",
        DefaultValueFactory = _ => "1280x800",
    };

    private readonly Option<SceneView> _view = WordOption.Create("--view", "From where.", ("above", SceneView.Above), ("angle", SceneView.Angle));
    private readonly Option<bool> _dark = new("--dark") { Description = "On a dark ground." };
    private readonly Option<double?> _reach = Quantity("--reach", "From the middle of the intersection to the nearer edge of the map. Default: 48 m.", Dimension.Length, "48m");
    private readonly Option<int> _skip = SkipOption.Create();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= MostFramesPerSecond))
            {
                result.AddError("--fps: expected 1 to 60 frames per second");
            }
        });
        command.Add(_evidence);
        foreach (var option in (Option[])[_at, _from, _to, _rate, _purpose, _finding, _out, _size, _view, _dark, _reach, _skip])
        {
            command.Add(option);
        }
    }

    /// <summary>Draws what a command line asks for.</summary>
    /// <returns>What was drawn, in one line.</returns>
    public string Draw(ParseResult parse, IStageDisplay display, CancellationToken cancellation)
    {
        var order = new RenderOrder(parse.GetRequiredValue(_evidence), Style(parse), parse.GetValue(_out), parse.GetValue(_skip));
        return (parse.GetValue(_at), parse.GetValue(_from), parse.GetValue(_to), parse.GetValue(_purpose)) switch
        {
            ({ } moment, null, null, null) => order.Still(TimeSpan.FromSeconds(moment)),
            (null, { } begin, { } end, null) => order.Film(TimeSpan.FromSeconds(begin), TimeSpan.FromSeconds(end), parse.GetValue(_rate), display, cancellation),
            (null, null, null, { } id) => order.Finding(id, parse.GetValue(_finding)),
            _ => throw new UsageException("render: say one moment with --at, a span with --from and --to, or a finding with --purpose"),
        };
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

    private SceneStyle Style(ParseResult parse)
    {
        var size = parse.GetValue(_size)!;
        var parts = size.Split('x');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var height))
        {
            throw new UsageException($"--size: expected width and height such as 1280x800, found '{size}'");
        }

        var style = new SceneStyle(width, height, parse.GetValue(_view), parse.GetValue(_dark));
        style = parse.GetValue(_reach) is { } metres ? style with { ReachMetres = metres } : style;
        return style.Check() is { } wrong ? throw new UsageException($"render: {wrong}") : style;
    }
}
