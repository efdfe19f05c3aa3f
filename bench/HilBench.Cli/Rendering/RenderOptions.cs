using System.CommandLine;
using HilBench.Inputs;
using HilBench.Scene;

namespace HilBench.Cli.Rendering;

/// <summary>What <c>hilbench render</c> can be told.</summary>
internal sealed class RenderOptions
{
    private const double MostFramesPerSecond = 60;

    public Argument<string> Evidence { get; } = new("evidence") { Description = "Evidence folder, pcapng or pcap file.", HelpName = "folder|capture" };

    public Option<double?> At { get; } = Quantity("--at", "The moment, from the start of the recording.", Dimension.Time, "12.3s");

    public Option<double?> From { get; } = Quantity("--from", "Where a film begins.", Dimension.Time, "10s");

    public Option<double?> To { get; } = Quantity("--to", "Where a film ends.", Dimension.Time, "20s");

    public Option<double> Rate { get; } = FramesPerSecond();

    public Option<string> Purpose { get; } =
        new("--purpose") { Description = "Draw the moment of a finding of this purpose; needs an evidence folder with run.json.", HelpName = "id" };

    public Option<int> Finding { get; } =
        new("--finding") { Description = "Which finding of the purpose, from 1. Default: 1.", HelpName = "number", DefaultValueFactory = _ => 1 };

    public Option<string> Output { get; } =
        new("--out") { Description = "File to write: .png, .jpg or .webp. Default: scene.png, scene.webp for a film.", HelpName = "file" };

    public Option<string> Size { get; } = new("--size")
    {
        Description = "Width and height in pixels, 320x240 to 4096x4096. Default: 1280x800.",
        HelpName = "WxH",
        DefaultValueFactory = _ => "1280x800",
    };

    public Option<SceneView> View { get; } = WordOption.Create("--view", "From where.", ("above", SceneView.Above), ("angle", SceneView.Angle));

    public Option<bool> Dark { get; } = new("--dark") { Description = "On a dark ground." };

    public Option<double?> Reach { get; } =
        Quantity("--reach", "From the middle of the intersection to the nearer edge of the map. Default: 48 m.", Dimension.Length, "48m");

    public Option<int> Skip { get; } = SkipOption.Create();

    /// <summary>Adds argument and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Evidence);
        foreach (var option in (Option[])[At, From, To, Rate, Purpose, Finding, Output, Size, View, Dark, Reach, Skip])
        {
            command.Add(option);
        }
    }

    private static Option<double> FramesPerSecond()
    {
        var rate = new Option<double>("--fps") { Description = "Frames of a film per second, 1 to 60. Default: 10.", HelpName = "number", DefaultValueFactory = _ => 10 };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= MostFramesPerSecond))
            {
                result.AddError("--fps: expected 1 to 60 frames per second");
            }
        });
        return rate;
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
}
