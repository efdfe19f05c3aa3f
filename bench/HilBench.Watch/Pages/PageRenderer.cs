using System.Collections.Immutable;
using HilBench.Reports.Html;
using HilBench.Watch.Following;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HilBench.Watch.Pages;

/// <summary>Renders the page and its parts to text. All text that comes from a device is encoded by the components.</summary>
internal static class PageRenderer
{
    /// <summary>The parts of the page that show a state, by name.</summary>
    public static ImmutableDictionary<string, string> Parts(RunState state)
    {
        using var renderer = new Renderer();
        return ImmutableDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                Part<HeadPart>(renderer, "head", state),
                Part<DevicesPart>(renderer, "devices", state),
                Part<BenchPart>(renderer, "bench", state),
                Part<PurposesPart>(renderer, "purposes", state),
                Part<FindingsPart>(renderer, "findings", state),
                Part<TapsPart>(renderer, "taps", state),
                Part<TimelinePart>(renderer, "timeline", state),
            ]);
    }

    /// <summary>The whole page.</summary>
    public static string Page(IReadOnlyDictionary<string, string> parts)
    {
        using var renderer = new Renderer();
        return renderer.Render<WatchPage>(nameof(WatchPage.Parts), parts);
    }

    private static KeyValuePair<string, string> Part<T>(Renderer renderer, string name, RunState state)
        where T : WatchPart => new(name, VisibleControls.Show(renderer.Render<T>(nameof(WatchPart.State), state)));

    // It keeps every component that it ever rendered, and with it the state that was shown: one is made for each state.
    private sealed class Renderer : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
        private readonly HtmlRenderer _renderer;

        public Renderer() => _renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);

        // No component waits for anything, so the rendering is done when the call returns.
        public string Render<T>(string parameter, object value)
            where T : IComponent
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = value });
            return _renderer.Dispatcher.InvokeAsync(async () => (await _renderer.RenderComponentAsync<T>(parameters)).ToHtmlString()).GetAwaiter().GetResult();
        }

        public void Dispose()
        {
            _renderer.Dispose();
            _services.Dispose();
        }
    }
}
