using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>A field line, and whether it is the offending one.</summary>
internal sealed record FieldView(FieldLine Line, bool Offending);
