using HilBench.Runs;

namespace HilBench.Reports;

/// <summary>One report: its file name and the pure function that writes it.</summary>
/// <param name="FileName">File name in the evidence folder, for example <c>report.html</c>.</param>
/// <param name="Contents">What is in the file, in one phrase.</param>
/// <param name="Render">The file's octets, UTF-8 without byte order mark. The same record always gives the same octets, on every machine and under every culture.</param>
public sealed record ReportFormat(string FileName, string Contents, Func<RunRecord, byte[]> Render)
{
    /// <summary>The file's octets with the run's pictures inside; null for a report that has none. The function gives a picture's octets by its file name in the evidence folder, null where there is no such file.</summary>
    public Func<RunRecord, Func<string, byte[]?>, byte[]>? Illustrated { get; init; }
}
