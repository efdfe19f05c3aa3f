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
}
