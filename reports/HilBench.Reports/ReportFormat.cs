using HilBench.Runs;

namespace HilBench.Reports;

/// <summary>One report: its file name and the pure function that writes it.</summary>
/// <param name="FileName">File name in the evidence folder, for example <c>report.html</c>.</param>
/// <param name="Contents">What is in the file, in one phrase.</param>
/// <param name="Render">The file's octets, UTF-8 without byte order mark. The same record always gives the same octets, on every machine and under every culture.</param>
public sealed record ReportFormat(string FileName, string Contents, Func<RunRecord, byte[]> Render);
