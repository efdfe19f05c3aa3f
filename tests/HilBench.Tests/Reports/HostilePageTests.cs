using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>Pages with texts of a hostile device, in Chromium.</summary>
[Category("Peer")]
internal sealed class HostilePageTests
{
    private const string Attack =
        "\"'></td></style></title></textarea><script>window.owned=1</script><img src=http://192.0.2.1/x onerror=window.owned=1><svg onload=window.owned=1><a href=\"javascript:window.owned=1\">x</a>\0\u001B[31m\u202E\u2066\uD83D";

    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-hostile-");

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [TestCase("report.html")]
    [TestCase("report.zh.html")]
    public async Task Nothing_runs_nothing_is_asked_for_and_a_telephone_needs_no_sideways_scrolling(string fileName)
    {
        await using var opened = await Open(fileName, HtmlReportTests.Poison(Attack + new string('W', 10_000)), 390);

        Assert.That(await opened.Page.EvaluateAsync<bool>("() => 'owned' in window"), Is.False);
        Assert.That(await opened.Page.Locator("img, svg[onload], a[href^='javascript']").CountAsync(), Is.Zero);
        Assert.That(opened.Requests, Has.Count.EqualTo(1), "the file itself");
        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        Assert.That(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390), "with all details open");
    }

    [Test]
    public async Task The_name_of_a_device_leaves_the_words_around_it_where_they_are()
    {
        var finding = SampleRun.SecMarkFinding;
        string[] names = ["obu1", "\u05D0\u05D1\u05D2", "\u202Eevil", "\u2066\u2069\u2069\u202E\u05D0"];
        var failed = SampleRun.Mixed.Purposes[1] with { Findings = [.. names.Select(name => finding with { Finding = finding.Finding with { Device = name } })] };
        await using var opened = await Open("report.html", SampleRun.Mixed with { Purposes = [failed] }, 1280);

        var leads = await opened.Page.EvaluateAsync<double[][]>(
            """
            () => Array.from(document.querySelectorAll("article .lead"), lead => {
              const colon = document.createRange();
              colon.selectNodeContents(Array.from(lead.childNodes).find(node => node.nodeType === Node.TEXT_NODE && node.data.includes(":")));
              const [name, message] = Array.from(lead.querySelectorAll("bdi"), bdi => bdi.getBoundingClientRect());
              const between = colon.getBoundingClientRect();
              return [name.left, name.right, between.left, between.right, message.left, message.right];
            })
            """);

        Assert.That(leads, Has.Length.EqualTo(names.Length).And.All.Ordered, "name, colon, message, from left to right");
        Assert.That(opened.Complaints, Is.Empty);
    }

    private async Task<OpenedPage> Open(string fileName, RunRecord run, int width)
    {
        var file = Path.Combine(_folder.FullName, fileName);
        await File.WriteAllTextAsync(file, HtmlReportTests.Render(run, fileName));
        return await OpenedPage.Open(file, width);
    }
}
