using System.Collections.Immutable;
using HilBench.Reports.Csv;
using HilBench.Reports.Html;
using HilBench.Reports.JUnit;
using HilBench.Reports.Markdown;
using HilBench.Reports.Sarif;

namespace HilBench.Reports;

/// <summary>Every report that is made of a run record, in the order they are written.</summary>
public static class ReportTable
{
    /// <summary>The reports. A new format is a function and a line here.</summary>
    public static ImmutableArray<ReportFormat> All { get; } =
    [
        Page("report.html", "the report for people: one file, opens offline", Words.English),
        Page("report.zh.html", "the same report in Chinese", Words.Chinese),
        new("measurements.csv", "one row a measurement", MeasurementsCsv.Render),
        new("findings.csv", "one row a finding", FindingsCsv.Render),
        new("junit.xml", "one test case a purpose, for CI", JUnitReport.Render),
        new("summary.md", "the verdict on a CI page, in Markdown", MarkdownSummary.Render),
        new("findings.sarif", "the findings in SARIF 2.1.0, for code scanning and viewers", SarifReport.Render),
    ];

    private static ReportFormat Page(string fileName, string contents, Words words) =>
        new(fileName, contents, run => HtmlReport.Render(run, words, _ => null)) { Illustrated = (run, pictures) => HtmlReport.Render(run, words, pictures) };
}
