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
    public static byte[] Render(RunRecord runRecord, Words words, Func<string, byte[]?> pictures) =>
        Encoding.UTF8.GetBytes(VisibleControls.Show(RenderText(runRecord, words, pictures)).ReplaceLineEndings("\n") + "\n");

    private static string RenderText(RunRecord runRecord, Words words, Func<string, byte[]?> pictures)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ReportPage.Run)] = runRecord,
            [nameof(ReportPage.Words)] = words,
            [nameof(ReportPage.Pictures)] = new PictureSet(runRecord.Pictures, pictures),
        });

        // No component waits for anything, so the rendering is done when the call returns.
        return renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString())
            .GetAwaiter().GetResult();
    }
}
