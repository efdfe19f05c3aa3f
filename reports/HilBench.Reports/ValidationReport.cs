using HilBench.Reports.Html;
using HilBench.Reports.Html.Validation;
using HilBench.Validating;

namespace HilBench.Reports;

/// <summary>The page of a validation: does this bench catch faults?</summary>
public static class ValidationReport
{
    /// <summary>The page's octets, UTF-8 without byte order mark: one file that asks nothing of any network. The same record always gives the same octets.</summary>
    /// <param name="record">The record.</param>
    /// <param name="words">Language of the page.</param>
    public static byte[] Render(ValidationRecord record, Words words)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(words);
        return HtmlReport.Render<ValidationPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(ValidationPage.Record)] = record,
            [nameof(ValidationPage.Words)] = words,
        });
    }
}
