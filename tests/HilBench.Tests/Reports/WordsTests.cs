using System.Text.RegularExpressions;
using HilBench.Judging;
using HilBench.Reports.Html;
using HilBench.Reports.Html.Validation;

namespace HilBench.Tests.Reports;

internal sealed class WordsTests
{
    private static string Html => Repository.PathOf("reports/HilBench.Reports/Html");

    private static string Sources { get; } =
        string.Concat(Directory.EnumerateFiles(Html, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Test]
    public void Every_text_that_a_component_asks_for_is_translated()
    {
        var asked = Regex.Matches(Sources, """(?<=[^A-Za-z0-9_](?:T|Words|words)\[\s*(?:[^"\[\]]*\? )?)"(?<text>(?:[^"\\]|\\.)*)"(?: : "(?<other>(?:[^"\\]|\\.)*)")?""", RegexOptions.None, TimeSpan.FromSeconds(5))
            .SelectMany(match => new[] { match.Groups["text"], match.Groups["other"] })
            .Where(group => group.Success)
            .Select(group => group.Value)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.That(asked, Has.Length.GreaterThan(150), "the pattern finds the texts");
        Assert.That(asked.Except(Words.Chinese.Texts.Keys, StringComparer.Ordinal), Is.Empty, "add them to Texts/zh.json");
    }

    [Test]
    public void Texts_that_are_picked_by_value_are_translated()
    {
        CellState[] states = [CellState.Caught, CellState.Missed, CellState.Undeclared, CellState.Changed];
        var picked = Outcome.Order.Select(outcome => outcome.Word)
            .Concat(Enum.GetValues<PurposeNeed>().Select(NeedText.Of))
            .Concat(states.Select(state => state.Word))
            .Concat(["yes", "no", "in part"])
            .Concat(Regex.Matches(Sources, "yield return (?:new)?\\((?<list>[^;]*)\\);", RegexOptions.None, TimeSpan.FromSeconds(5))
                .SelectMany(match => Regex.Matches(match.Groups["list"].Value, "\"(?<text>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)))
                .Select(match => match.Groups["text"].Value)
                .Where(text => text is not ", "));

        Assert.That(picked.Except(Words.Chinese.Texts.Keys, StringComparer.Ordinal), Is.Empty, "add them to Texts/zh.json");
    }

    [Test]
    public void No_translation_is_left_of_a_text_that_nobody_asks_for()
    {
        // Units of evidence and words of the method come from the record.
        string[] fromRecord = ["virtual", "wall", "memory", "udp", "unknown", "messages", "pairs", "changes", "s", "intervals", "transitions", "windows", "BSMs", "vehicle call", "pedestrian call", "plan"];
        var known = Outcome.Order.Select(outcome => outcome.Word).Concat(fromRecord).ToHashSet(StringComparer.Ordinal);

        Assert.That(
            Words.Chinese.Texts.Keys.Where(text => !known.Contains(text) && !Sources.Contains($"\"{text}\"", StringComparison.Ordinal)),
            Is.Empty,
            "take them out of Texts/zh.json");
    }

    [Test]
    public void A_translation_has_the_places_of_its_text()
    {
        Assert.That(
            Words.Chinese.Texts.Where(pair => !Places(pair.Key).SetEquals(Places(pair.Value))).Select(pair => pair.Key),
            Is.Empty);
        Assert.That(Words.Chinese.Texts.Values, Has.None.Empty);

        static HashSet<string> Places(string text) =>
            [.. Regex.Matches(text, @"\{[0-9]\}", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value)];
    }

    [Test]
    public void The_Chinese_page_says_so_and_what_of_it_stays_English()
    {
        var page = HtmlReportTests.Render(SampleRun.Mixed, "report.zh.html");

        Assert.That(page, Does.Contain("<html lang=\"zh\">"));
        Assert.That(System.Net.WebUtility.HtmlDecode(page), Does.Contain("失败").And.Contain("无法判定").And.Contain("保留记录所用的英文").And.Contain("报告结束").And.Contain("<h2 id=\"clauses-title\">条款</h2>"));
        Assert.That(page, Does.Not.Contain(">Summary<").And.Not.Contain(">Measurements<"));
    }
}
