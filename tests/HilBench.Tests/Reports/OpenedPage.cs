using HilBench.Cli.Printing;
using Microsoft.Playwright;

namespace HilBench.Tests.Reports;

/// <summary>A report opened in Chromium by Playwright. Whatever the page says on its console, and whatever it asks for but the file itself, is kept.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private OpenedPage(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, said) => Complaints.Add($"{said.Type}: {said.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public static Task<OpenedPage> Open(string file, int width = 1280, int height = 900) => Open(new Uri(file), width, height);

    public static async Task<OpenedPage> Open(Uri address, int width = 1280, int height = 900)
    {
        Peers.Require("chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumPrinter.Find(), Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var opened = new OpenedPage(playwright, browser, page);
        await page.GotoAsync(address.AbsoluteUri);
        return opened;
    }

    /// <summary>A picture of what the window shows, beside the test's results.</summary>
    public async Task Shoot(string name)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{name}.png");
        await Page.ScreenshotAsync(new() { Path = file });
        TestContext.AddTestAttachment(file);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
