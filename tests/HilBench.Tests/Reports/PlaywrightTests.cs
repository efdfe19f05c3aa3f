using Deque.AxeCore.Playwright;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Reports;
using HilBench.Running;
using HilBench.Runs;
using Microsoft.Playwright;

namespace HilBench.Tests.Reports;

/// <summary>A reader's way through the report of a run with two defects, in a browser and by tools that we did not write: Chromium, Playwright, axe.</summary>
[Category("Peer")]
internal sealed class PlaywrightTests
{
    // A PNG of one pixel stands for the scene: what is drawn is tested where it is drawn.
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private DirectoryInfo _folder = null!;

    private string Report => Path.Combine(_folder.FullName, "report.html");

    [OneTimeSetUp]
    public void MakeReport()
    {
        _folder = Directory.CreateTempSubdirectory("hilbench-playwright-");
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                Rig = Repository.PathOf("rigs/emulated"),
                OutFolder = Path.Combine(_folder.FullName, "run"),
                Evidence = EvidenceLevel.Reduced,
                Suite = "US intersection",
                Defects = ["skip-yellow", "sec-mark-out-of-range"],
            },
            CancellationToken.None);
        var record = RunJudge.Conclude(outcome.Folder, outcome.Header);
        var at = record.Purposes.Single(purpose => purpose.Row.Id == "US-BSM-002").Findings[0].Finding.Proof[0].At;
        ReportWriter.WriteAll(record with { Pictures = [new("pictures/1.png", "US-BSM-002", 0, at, 1, 1, "The scene of the finding")] }, _folder.FullName, _ => Pixel);
    }

    [OneTimeTearDown]
    public void DeleteReport() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_reader_filters_searches_and_follows_a_failure_to_its_bits_and_scene()
    {
        await using var opened = await OpenedPage.Open(Report);
        var page = opened.Page;

        await page.SelectOptionAsync("#filter-verdict", "fail");
        Assert.That(await page.Locator("#clauses .purpose:visible").CountAsync(), Is.EqualTo(2));
        await page.FillAsync("#filter-text", "secMark");
        Assert.That(await page.Locator("#clauses .purpose:visible").CountAsync(), Is.EqualTo(1));
        Assert.That(await page.TextContentAsync("#filter-count"), Does.StartWith("1 of "));

        var finding = page.Locator("#finding-US-BSM-002-1");
        await finding.ScrollIntoViewIfNeededAsync();
        Assert.That(await finding.Locator(".offending th").First.TextContentAsync(), Is.EqualTo("secMark"));
        Assert.That(string.Concat(await finding.Locator(".bits mark").AllTextContentsAsync()), Is.EqualTo("1111000000111100"), "61500, the sixteen bits of secMark");
        Assert.That(await finding.Locator(".scene img").EvaluateAsync<int>("image => image.naturalWidth"), Is.EqualTo(1), "the picture is decoded");
        Assert.That(await finding.Locator(".commands").TextContentAsync(), Does.Contain("hilbench judge").And.Contain("hilbench decode 0014").And.Contain("--purpose US-BSM-002 --finding 1"));
        await opened.Shoot("report-finding-1280");
        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(opened.Requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), Is.EqualTo([new Uri(Report).AbsoluteUri]), "no request leaves the file");
    }

    [Test]
    public async Task A_reader_switches_the_theme_and_the_language()
    {
        await using var opened = await OpenedPage.Open(Report);
        var page = opened.Page;
        var paper = "() => getComputedStyle(document.body).backgroundColor";

        var light = await page.EvaluateAsync<string>(paper);
        await page.ClickAsync("#theme");
        await page.ClickAsync("#theme");
        Assert.That(await page.TextContentAsync("#theme"), Is.EqualTo("Theme: dark"));
        Assert.That(await page.EvaluateAsync<string>(paper), Is.Not.EqualTo(light));
        await opened.Shoot("report-dark-1280");
        await page.ClickAsync("#switches a");
        Assert.That(await page.GetAttributeAsync("html", "lang"), Is.EqualTo("zh"));
        Assert.That(await page.TextContentAsync("#clauses-title"), Is.EqualTo("条款"));
        await opened.Shoot("report-zh-1280");
        await page.ClickAsync("#switches a");
        Assert.That(await page.TextContentAsync("#clauses-title"), Is.EqualTo("Clauses"));
        Assert.That(opened.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_reader_zooms_the_timeline_by_keys()
    {
        await using var opened = await OpenedPage.Open(Report);
        var page = opened.Page;

        await page.FocusAsync(".timeline");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.That(await page.Locator(".timeline .second").AllTextContentsAsync(), Has.Count.EqualTo(7).And.No.Member("0 s"));
        await page.Locator("#timeline").ScrollIntoViewIfNeededAsync();
        await opened.Shoot("report-timeline-1280");
        await page.Keyboard.PressAsync("0");
        Assert.That(await page.Locator(".timeline .second").First.TextContentAsync(), Is.EqualTo("0 s"));
        Assert.That(opened.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_reader_follows_a_mark_of_the_timeline_to_its_finding_by_keys()
    {
        await using var opened = await OpenedPage.Open(Report);
        var page = opened.Page;
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = false; })");

        var marks = page.GetByRole(AriaRole.Link, new() { NameString = "US-BSM-002, finding" });
        Assert.That(await marks.CountAsync(), Is.EqualTo(5), "those that are shown in full");
        await marks.First.FocusAsync();
        await opened.Shoot("report-timeline-mark");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.That(new Uri(page.Url).Fragment, Is.EqualTo("#finding-US-BSM-002-2"));
        await page.Locator("#finding-US-BSM-002-2 h3").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.That(await page.Locator("#finding-US-BSM-002-2 h3").EvaluateAsync<double>("heading => heading.getBoundingClientRect().top"), Is.InRange(-1, 900), "in the window");
        Assert.That(opened.Complaints, Is.Empty);
    }

    [TestCase("report.html", 1280, "light")]
    [TestCase("report.html", 390, "dark")]
    [TestCase("report.zh.html", 390, "light")]
    public async Task Axe_finds_no_serious_fault(string name, int width, string theme)
    {
        await using var opened = await OpenedPage.Open(Path.Combine(_folder.FullName, name), width);
        await opened.Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);

        var faults = (await opened.Page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical");

        Assert.That(faults.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}"), Is.Empty);
        Assert.That(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        await opened.Shoot($"{Path.GetFileNameWithoutExtension(name)}-{theme}-{width}");
    }

    [Test]
    public async Task Ten_thousand_findings_are_paged_and_filtered()
    {
        var finding = SampleRun.SecMarkFinding;
        var failed = SampleRun.Mixed.Purposes[1] with
        {
            FindingCount = 10_005,
            Findings = [.. Enumerable.Range(0, 10_005).Select(i => new FindingRecord(finding.Finding with { Message = $"finding {i} of many" }, i < 5 ? finding.Message : null))],
        };
        var folder = Path.Combine(_folder.FullName, "many");
        ReportWriter.WriteAll(SampleRun.Mixed with { Purposes = [failed] }, folder);
        await using var opened = await OpenedPage.Open(Path.Combine(folder, "report.html"));
        var page = opened.Page;

        Assert.That(await page.Locator(".paged tbody tr").CountAsync(), Is.EqualTo(50));
        var milliseconds = await page.EvaluateAsync<double>(
            """
            () => {
              const search = document.querySelector(".pager input");
              const start = performance.now();
              search.value = "finding 9999 of";
              search.dispatchEvent(new Event("input"));
              document.body.offsetHeight;
              return performance.now() - start;
            }
            """);
        TestContext.Out.WriteLine($"first filter of 10000 rows: {milliseconds:0.0} ms; page {new FileInfo(Path.Combine(folder, "report.html")).Length} octets");
        Assert.That(await page.Locator(".paged tbody tr").CountAsync(), Is.EqualTo(1));
        Assert.That(await page.TextContentAsync(".pager output"), Is.EqualTo("rows 1 to 1 of 1"));
        await page.FillAsync(".pager input", string.Empty);
        await page.ClickAsync(".pager button:last-of-type");
        Assert.That(await page.TextContentAsync(".pager output"), Is.EqualTo("rows 9951 to 10000 of 10000"));
        Assert.That(opened.Complaints, Is.Empty);
    }
}
