namespace HilBench.Reports.Html;

/// <summary>One octet bit by bit: before, in and after the offending field, the most significant bit first.</summary>
internal sealed record BitRow(int Offset, string Hex, string Before, string Marked, string After);
