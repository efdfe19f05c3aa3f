using Deque.AxeCore.Playwright;
using HilBench.Reports;
using HilBench.Reports.Html;
using HilBench.Tests.Validating;
using HilBench.Validating;

namespace HilBench.Tests.Reports;

/// <summary>A reader's way through the validation page, in a browser and by tools that we did not write: Chromium, Playwright, axe.</summary>
[Category("Peer")]
internal sealed class ValidationPlaywrightTests
{
    private const string HeadsInSight =
        """
        () => {
          const area = document.querySelector(".matrix-scroll").getBoundingClientRect();
          const column = document.querySelector(".matrix thead th:last-child").getBoundingClientRect();
          const row = document.querySelector(".matrix tbody tr:last-child th").getBoundingClientRect();
          return Math.abs(column.top - area.top) < 2 && Math.abs(row.left - area.left) < 2;
        }
        """;

    private DirectoryInfo _folder = null!;

    private string Whole => Path.Combine(_folder.FullName, "whole.html");

    [OneTimeSetUp]
    public void MakePage()
    {
        _folder = Directory.CreateTempSubdirectory("hilbench-validation-");
        File.WriteAllBytes(Whole, ValidationReport.Render(ValidationRecordFile.Read(Repository.PathOf("reports/samples/validation.json")), Words.English));
    }

    [OneTimeTearDown]
    public void DeletePage() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_reader_goes_by_keys_from_the_matrix_to_the_details_of_a_cell_on_a_screen_and_on_a_phone()
    {
        await using var opened = await OpenedPage.Open(Whole);
        var page = opened.Page;

        await page.FocusAsync(".matrix tbody tr:nth-child(1) td:nth-of-type(1) a");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.That(await page.EvaluateAsync<string>("() => document.activeElement.textContent"), Is.EqualTo("US-CI-013, skip-yellow: ✕ fail caught"));
        await opened.Shoot("validation-matrix-1280");
        await page.Keyboard.PressAsync("Enter");

        Assert.That(page.Url, Does.EndWith("#line-skip-yellow-US-CI-013"));
        var line = page.Locator("#line-skip-yellow-US-CI-013");
        Assert.That(await line.EvaluateAsync<bool>("line => { const box = line.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"), Is.True, "the line is in sight");
        Assert.That(await line.TextContentAsync(), Does.Contain("fail").And.Contain("findings; the first:"));
        await page.ClickAsync("#ledger a[href='#ledger-3']");
        Assert.That(await page.Locator("#ledger-3 tbody tr:visible").CountAsync(), Is.EqualTo(20), "the link opens the standard");

        await page.SetViewportSizeAsync(390, 700);
        await page.Locator(".matrix-scroll").EvaluateAsync("area => { area.scrollIntoView(); area.scrollTo(400, 300); }");
        Assert.That(await page.EvaluateAsync<bool>(HeadsInSight), Is.True, "the heads stay in sight while the matrix is scrolled");
        Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        await opened.Shoot("validation-scrolled-390");
        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(opened.Requests, Is.EqualTo([new Uri(Whole).AbsoluteUri]), "no request leaves the file");
    }

    [Test]
    public async Task Axe_finds_no_serious_fault_on_a_screen_and_on_a_phone()
    {
        var small = Path.Combine(_folder.FullName, "small.html");
        File.WriteAllBytes(small, ValidationReport.Render(SampleValidation.Mixed, Words.English));
        await using var opened = await OpenedPage.Open(small);
        var page = opened.Page;

        foreach (var (width, theme) in new[] { (1280, "dark"), (390, "light") })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await page.EvaluateAsync("() => { location.hash = document.querySelector('.defect tr[id]').id; document.querySelector('details').open = true; }");

            var faults = (await page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical");

            Assert.That(faults.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}"), Is.Empty);
            Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
            await opened.Shoot($"validation-{theme}-{width}");
        }

        Assert.That(opened.Complaints, Is.Empty);
    }
}
