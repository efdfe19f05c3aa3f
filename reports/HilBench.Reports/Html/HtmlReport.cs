using System.Text;
using HilBench.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HilBench.Reports.Html;

/// <summary>report.html: the Razor components of this folder rendered to one file that asks nothing of any network.</summary>
internal static class HtmlReport
{
    public static byte[] Render(RunRecord runRecord, Words words, Func<string, byte[]?> pictures) => Render<ReportPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(ReportPage.Run)] = runRecord,
        [nameof(ReportPage.Words)] = words,
        [nameof(ReportPage.Pictures)] = new PictureSet(runRecord.Pictures, pictures),
    });

    /// <summary>Renders a page: UTF-8 without byte order mark, LF line ends.</summary>
    /// <typeparam name="TPage">The component of the whole page.</typeparam>
    /// <param name="parameters">Its parameters, by name.</param>
    public static byte[] Render<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        // No component waits for anything, so the rendering is done when the call returns.
        var text = renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString())
            .GetAwaiter().GetResult();
        return Encoding.UTF8.GetBytes(VisibleControls.Show(text).ReplaceLineEndings("\n") + "\n");
    }
}
