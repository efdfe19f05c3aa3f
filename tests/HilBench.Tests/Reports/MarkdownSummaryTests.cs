using System.Buffers;
using System.Text;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class MarkdownSummaryTests
{
    private static readonly SearchValues<char> Live = SearchValues.Create("<>[]`*@\u202E\u2028");

    [Test]
    public void The_verdict_comes_first_then_what_failed_first_then_a_row_a_purpose()
    {
        var text = Render(SampleRun.Mixed);

        Assert.That(text.Split('\n')[0], Does.StartWith("## 💥 error: "));
        Assert.That(text.IndexOf("**First:**", StringComparison.Ordinal), Is.GreaterThan(0).And.LessThan(text.IndexOf("| Verdict |", StringComparison.Ordinal)));
        Assert.That(Rows(text), Has.Length.EqualTo(SampleRun.Mixed.Purposes.Length));
        Assert.That(Rows(text)[0], Does.StartWith("| ✅ pass | US-RSU-013 |"));
    }

    [Test]
    public void A_run_without_purposes_says_that_nothing_was_judged() =>
        Assert.That(Render(SampleRun.Mixed with { Purposes = [] }), Does.Contain("nothing was judged"));

    [TestCase("<script>alert(1)</script>")]
    [TestCase("a | b | c")]
    [TestCase("line\r\n# heading\n| row |")]
    [TestCase("[link](https://example.org) ![picture](https://example.org/x.png)")]
    [TestCase("@everyone `code` **bold** &amp;")]
    [TestCase("\u202Eright to left\u2028next")]
    public void Hostile_text_stays_text_in_its_cell(string reason)
    {
        var run = SampleRun.Mixed with { Suite = reason, Purposes = [SampleRun.Mixed.Purposes[0] with { Reason = reason }] };
        var row = Rows(Render(run)).Single();

        Assert.That(row.Count(letter => letter == '|'), Is.EqualTo(5), row);
        Assert.That(row.AsSpan().IndexOfAny(Live), Is.EqualTo(-1), row);
        Assert.That(Render(run).Split('\n')[0].AsSpan(3).IndexOfAny(Live), Is.EqualTo(-1));
    }

    [Test]
    public void Ten_thousand_letters_are_cut_and_half_a_surrogate_pair_is_replaced()
    {
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[0] with { Reason = (char)0xD83D + new string('x', 10_000) }] };
        var row = Rows(Render(run)).Single();

        Assert.That(row.Length, Is.LessThan(500));
        Assert.That(row, Does.Contain("\uFFFDxxx").And.Contain("…"));
    }

    private static string Render(RunRecord run) =>
        Encoding.UTF8.GetString(ReportTable.All.Single(format => format.FileName == "summary.md").Render(run));

    private static string[] Rows(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)];
}
