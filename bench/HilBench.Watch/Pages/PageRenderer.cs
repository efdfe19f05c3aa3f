using System.Collections.Immutable;
using HilBench.Reports.Html;
using HilBench.Watch.Following;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HilBench.Watch.Pages;

/// <summary>Renders the page and its parts to text. All text that comes from a device is encoded by the components.</summary>
internal sealed class PageRenderer : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly HtmlRenderer _renderer;

    public PageRenderer() => _renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);

    /// <summary>The parts of the page that show a state, by name.</summary>
    public ImmutableDictionary<string, string> Parts(RunState state) => ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            Part<HeadPart>("head", state),
            Part<DevicesPart>("devices", state),
            Part<BenchPart>("bench", state),
            Part<PurposesPart>("purposes", state),
            Part<FindingsPart>("findings", state),
            Part<TapsPart>("taps", state),
            Part<TimelinePart>("timeline", state),
        ]);

    /// <summary>The whole page.</summary>
    public string Page(IReadOnlyDictionary<string, string> parts) => Render<WatchPage>(nameof(WatchPage.Parts), parts);

    public void Dispose()
    {
        _renderer.Dispose();
        _services.Dispose();
    }

    private KeyValuePair<string, string> Part<T>(string name, RunState state)
        where T : WatchPart => new(name, VisibleControls.Show(Render<T>(nameof(WatchPart.State), state)));

    // No component waits for anything, so the rendering is done when the call returns.
    private string Render<T>(string parameter, object value)
        where T : IComponent
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = value });
        return _renderer.Dispatcher.InvokeAsync(async () => (await _renderer.RenderComponentAsync<T>(parameters)).ToHtmlString()).GetAwaiter().GetResult();
    }
}
