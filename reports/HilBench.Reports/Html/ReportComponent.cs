using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace HilBench.Reports.Html;

/// <summary>A part of a page: it has the words of the page's language, English where no page around it gives any.</summary>
public abstract class ReportComponent : ComponentBase
{
    /// <summary>The words that the page around it gives.</summary>
    [CascadingParameter]
    public Words? Given { get; set; }

    /// <summary>The words.</summary>
    protected Words T => Given ?? Words.English;

    /// <summary>A sentence with texts of others in its places <c>{0}</c>, <c>{1}</c> …, each apart from the reading direction of the sentence.</summary>
    /// <param name="sentence">The sentence, from <see cref="T"/>.</param>
    /// <param name="values">The texts; several for one place are joined by commas.</param>
    protected static MarkupString Isolate(string sentence, params object[] values) =>
        new(string.Format(CultureInfo.InvariantCulture, HtmlEncoder.Default.Encode(sentence), [.. values.Select(Isolated)]));

    private static object Isolated(object value) => value is IEnumerable<string> several
        ? string.Join(", ", several.Select(Isolated))
        : $"<bdi>{HtmlEncoder.Default.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty)}</bdi>";
}
