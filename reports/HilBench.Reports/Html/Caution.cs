namespace HilBench.Reports.Html;

/// <summary>Something a reader must know before believing the verdict.</summary>
internal sealed record Caution(string Title, string Text, params object[] Values);
