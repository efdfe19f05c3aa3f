namespace HilBench.Reports.Html.Validation;

/// <summary>What a verdict says of a purpose and a defect, compared with what is declared and with the clean rig.</summary>
/// <param name="Word">In one or two words; empty where the purpose says the same as of the clean rig and need not say otherwise.</param>
/// <param name="Class">CSS class.</param>
internal sealed record CellState(string Word, string Class)
{
    /// <summary>As on the clean rig, as it should be.</summary>
    public static CellState Same { get; } = new(string.Empty, "same");

    /// <summary>The purpose must fail, and does.</summary>
    public static CellState Caught { get; } = new("caught", "caught");

    /// <summary>The purpose must fail, and does not.</summary>
    public static CellState Missed { get; } = new("missed", "missed");

    /// <summary>The purpose fails and must not.</summary>
    public static CellState Undeclared { get; } = new("not declared", "undeclared");

    /// <summary>Neither: the verdict is another than on the clean rig.</summary>
    public static CellState Changed { get; } = new("changed", "changed");
}
