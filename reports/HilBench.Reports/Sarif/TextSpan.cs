namespace HilBench.Reports.Sarif;

/// <summary>A piece of a text file, as SARIF counts: lines and columns from 1, columns in UTF-16 units, the end column behind the last one.</summary>
internal sealed record TextSpan(int StartLine, int StartColumn, int EndLine, int EndColumn);
