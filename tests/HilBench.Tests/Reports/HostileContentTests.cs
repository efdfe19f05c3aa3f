using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsvHelper;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>Texts that a device or a file may hold, in every place of a record, through the record's file and every report.</summary>
internal sealed class HostileContentTests
{
    private const string Script = "\"'></td></style></textarea><script>document.title='owned'</script><img src=x onerror=alert(1)>|`[x](javascript:alert(1))";
    private const string Direction = "\u05D0\u05D1 \u202Eevil\u2066\u2069\u2069\u200F";

    private static readonly string[] Pages = ["report.html", "report.zh.html"];

    private static IEnumerable<TestCaseData> Texts() =>
    [
        new TestCaseData(Script).SetArgDisplayNames("script"),
        new TestCaseData(Direction).SetArgDisplayNames("reading direction"),
        new TestCaseData("a\0b\u0001\u0007\u001B[31m\u007F\u0085\uFEFF\u2028").SetArgDisplayNames("controls"),
        new TestCaseData("high \uD83D alone, low \uDE00 alone, together \U0001F600").SetArgDisplayNames("half surrogates"),
        new TestCaseData("]]>\uFFFE\uFFFF<!-- --><![CDATA[").SetArgDisplayNames("XML"),
        new TestCaseData(new string('\u05D0', 10_000)).SetArgDisplayNames("10 000 letters"),
        new TestCaseData("=HYPERLINK(\"x\")\r\n,;\"\t").SetArgDisplayNames("CSV"),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Every_report_is_UTF_8_and_of_its_form(string text)
    {
        var run = HtmlReportTests.Poison(text);

        foreach (var format in ReportTable.All)
        {
            Assert.That(() => Strict(format.Render(run)), Throws.Nothing, format.FileName);
        }

        var cases = XDocument.Parse(Render("junit.xml", run)).Descendants("testcase").ToArray();
        Assert.That(cases, Has.Length.EqualTo(1));
        using var rows = CsvReader.FromText(Render("findings.csv", run), new CsvReaderOptions());
        rows.ReadHeader();
        var count = 0;
        for (; rows.Read(); count++)
        {
            Assert.That(rows.GetString("packet_number"), Is.EqualTo("17"), "no text moves a column");
        }

        Assert.That(count, Is.EqualTo(7));
        Assert.That(Render("findings.csv", run), Does.Not.Contain('\0'));
        Assert.That(Render("summary.md", run), Does.Not.Match("[<\u202E\u2066\u2069\0]script|\u202E|\u2066|\0"));
    }

    [TestCaseSource(nameof(Texts))]
    public void The_record_comes_back_from_its_file_and_gives_the_same_reports(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            RunRecordFile.Write(file, HtmlReportTests.Poison(text));
            var octets = File.ReadAllBytes(file);
            Assert.That(() => Strict(octets), Throws.Nothing);
            var read = RunRecordFile.Read(file);

            Assert.That(read.Suite, Is.EqualTo(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))), "what is no text became U+FFFD, all else is kept");
            Assert.That(RunRecordFile.Encode(read), Is.EqualTo(RunRecordFile.Encode(HtmlReportTests.Poison(read.Suite))));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void A_record_that_somebody_wrote_with_half_a_surrogate_is_refused_in_one_line()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Encoding.UTF8.GetString(RunRecordFile.Encode(SampleRun.Mixed)).Replace("Emulated intersection, US", "half \\uD83D alone", StringComparison.Ordinal));

            Assert.That(() => RunRecordFile.Read(file), Throws.TypeOf<EvidenceException>().With.Message.StartsWith($"{file}:").And.Message.Contains("surrogate").And.Message.Not.Contains("\n"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void No_sign_of_a_device_turns_the_reading_direction_of_the_page(string fileName)
    {
        var page = Render(fileName, HtmlReportTests.Poison(Direction));

        Assert.That(page, Does.Not.Match("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|&#x(61C|200[EF]|202[A-E]|206[6-9]);|&#(1564|820[67]|823[4-8]|829[4-7]);"));
        Assert.That(page, Does.Contain("⟨U+202E⟩evil⟨U+2066⟩⟨U+2069⟩⟨U+2069⟩⟨U+200F⟩"), "it is told by its number");
    }

    [Test]
    public void Texts_of_devices_inside_a_sentence_stand_apart_from_it()
    {
        const string Hebrew = "\u05D0\u05D1";
        var run = HtmlReportTests.Poison(Hebrew);
        run = run with
        {
            Purposes = [run.Purposes[0] with { Row = SampleRun.Mixed.Purposes[1].Row }],
            Measurements = [SampleRun.Latency with { Name = Hebrew, Description = Hebrew }],
        };
        var page = Render("report.html", run).Replace("&#x5D0;&#x5D1;", Hebrew, StringComparison.Ordinal);
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];

        // Between two tags: the text of a device with words of the page before or behind it, and no element of its own.
        var mixed = Regex.Matches(body, $@">(?<text>[^<>]*{Hebrew}[^<>]*)<", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["text"].Value.Trim())
            .Where(text => text.Replace(Hebrew, string.Empty, StringComparison.Ordinal).Any(char.IsLetter));

        Assert.That(mixed.Distinct(StringComparer.Ordinal), Is.EquivalentTo(Labels(Hebrew)), "only these, and each is a text element of a drawing");
        Assert.That(body, Does.Contain($"<bdi>{Hebrew}</bdi>: <bdi>{Hebrew}</bdi>"));
    }

    [Test]
    public void Controls_are_shown_by_their_pictures_or_numbers()
    {
        Assert.That(Render("report.html", HtmlReportTests.Poison("a\0b\u001Bc\u007Fd\u0085e\u2028f\tg")), Does.Contain("a␀b␛c␡d⟨U+0085⟩e⟨U+2028⟩f&#x9;g"));
    }

    private static string[] Labels(string text) => [$"{text} group 1", $"{text} &#x2264; 2/s"];

    private static string Render(string fileName, RunRecord run) => Strict(ReportTable.All.Single(format => format.FileName == fileName).Render(run));

    private static string Strict(byte[] octets) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
}
