namespace HilBench.Reports.Html;

/// <summary>A row of octets in hexadecimal: before, in and after the offending field.</summary>
internal sealed record OctetRow(int Offset, string Before, string Marked, string After);
