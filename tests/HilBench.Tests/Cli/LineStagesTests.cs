using System.Collections.Immutable;
using HilBench.Cli.Progress;
using HilBench.Links;
using Terminal = HilBench.Cli.Terminal;

namespace HilBench.Tests.Cli;

internal sealed class LineStagesTests
{
    private static readonly ImmutableArray<string> Names = ["run", "judge", "report"];

    [Test]
    public void Each_stage_is_told_with_what_is_left() => Assert.That(
        Lines(stages =>
        {
            stages.Begin();
            stages.Begin();
            stages.Begin();
        }),
        Is.EqualTo(["[1/3] run (then: judge, report)", "[2/3] judge (then: report)", "[3/3] report"]));

    [Test]
    public void Within_a_stage_a_line_comes_every_five_seconds_at_most()
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var lines = Array.Empty<string>();

        loop.Run(async () =>
        {
            using var error = new StringWriter();
            var stages = new LineStages(new Terminal(TextReader.Null, TextWriter.Null, error) { Time = loop.Time }, Names);
            stages.Begin();
            for (var second = 1; second <= 11; second++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
                stages.Advance(second / 20.0, $"second {second}");
            }

            lines = Split(error);
        });

        Assert.That(lines, Is.EqualTo(["[1/3] run (then: judge, report)", "[1/3] run: 25 %, second 5", "[1/3] run: 50 %, second 10"]));
    }

    private static string[] Lines(Action<LineStages> body)
    {
        using var error = new StringWriter();
        body(new LineStages(new Terminal(TextReader.Null, TextWriter.Null, error), Names));
        return Split(error);
    }

    private static string[] Split(StringWriter text) => text.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
}
