using System.Text.RegularExpressions;

namespace HilBench.Tests.Reports;

/// <summary>The page as a browser sees it that we did not write.</summary>
[Category("Peer")]
internal sealed class ChromiumTests
{
    private const int PhoneWidth = 390;
    private const int DesktopWidth = 1280;
    private string _folder = "";

    [SetUp]
    public void RequireChromium()
    {
        Peers.Require("chromium", "chromium");
        _folder = Directory.CreateTempSubdirectory("hilbench-chromium-").FullName;
    }

    [TearDown]
    public void DeleteFolder()
    {
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public void Chromium_opens_the_report_offline_with_verdict_and_all_rows()
    {
        var dom = Chromium("--dump-dom", Url(Write("report.html", HtmlReportTests.Render(SampleRun.Mixed))));

        Assert.That(dom, Does.Contain("class=\"stamp error\""));
        Assert.That(Regex.Count(dom, "<tbody [^>]*class=\"purpose ", RegexOptions.None, TimeSpan.FromSeconds(5)), Is.EqualTo(SampleRun.Mixed.Purposes.Length));
        Assert.That(dom, Does.Contain("frame.number == 17"));
        Assert.That(dom, Does.Match("<button[^>]*id=\"open-all\"(?![^>]*hidden)"), "the script ran, so the policy names its digest rightly");
        Assert.That(Regex.Matches(dom, "(?:href|src|action|poster)=\"(?!#|report\\.zh\\.html\")[^\"]*\"", RegexOptions.None, TimeSpan.FromSeconds(5)), Is.Empty, "nothing but the link to the other language");
    }

    [Test]
    public void Chromium_runs_nothing_that_a_device_put_into_a_message()
    {
        var poisoned = HtmlReportTests.Poison("\"'></style></title></textarea><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">");
        var dom = Chromium("--dump-dom", Url(Write("report.html", HtmlReportTests.Render(poisoned))));

        Assert.That(dom, Does.Not.Contain("<title>owned").And.Not.Contain("<img"));
        Assert.That(dom, Does.Contain("</html>"));
    }

    [TestCase(PhoneWidth)]
    [TestCase(DesktopWidth)]
    public void Chromium_lays_out_words_of_10_kB_without_widening_the_page(int width)
    {
        var report = Write("report.html", HtmlReportTests.Render(HtmlReportTests.Poison(new string('W', 10_000))));

        Assert.That(WidthOf(report, width), Is.LessThanOrEqualTo(width));
    }

    [TestCase(PhoneWidth)]
    [TestCase(DesktopWidth)]
    public void Chromium_fits_the_sample_into_the_screen_and_draws_it(int width)
    {
        var report = Write("report.html", HtmlReportTests.Render(SampleRun.Mixed));
        var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"report-{width}.png");

        Chromium($"--screenshot={picture}", $"--window-size={width},2400", "--hide-scrollbars", Url(report));

        Assert.That(WidthOf(report, width), Is.LessThanOrEqualTo(width));
        Assert.That(new FileInfo(picture).Length, Is.GreaterThan(10_000), "a picture with something on it");
        TestContext.AddTestAttachment(picture);
    }

    [Test]
    public void Chromium_prints_the_report_to_PDF()
    {
        var pdf = Path.Combine(_folder, "report.pdf");

        Chromium($"--print-to-pdf={pdf}", "--no-pdf-header-footer", Url(Write("report.html", HtmlReportTests.Render(SampleRun.Mixed))));

        Assert.That(File.ReadAllText(pdf)[..5], Is.EqualTo("%PDF-"));
    }

    /// <summary>Width that the page asks for in a window of a width, read by a page around it.</summary>
    private int WidthOf(string report, int width)
    {
        var around = Write("around.html", $"""
            <!DOCTYPE html><title>measure</title>
            <iframe id="page" style="border:0;width:{width}px;height:2000px" src="{Url(report)}"></iframe>
            <script>document.getElementById("page").onload = e => document.title = "width " + e.target.contentDocument.documentElement.scrollWidth;</script>
            """);
        var dom = Chromium("--allow-file-access-from-files", "--dump-dom", Url(around));
        var measured = Regex.Match(dom, "<title>width (?<pixels>[0-9]+)</title>", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.That(measured.Success, Is.True, dom);
        return int.Parse(measured.Groups["pixels"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Chromium(params string[] arguments) => Peers.Run(
        "chromium",
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(_folder, "profile")}", .. arguments]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Url(string path) => new Uri(path).AbsoluteUri;
}
