using System.Globalization;

namespace HilBench.Asn1;

/// <summary>A value whose end was not reached yet.</summary>
internal sealed class OpenNode(string? name, int item, string type, int start)
{
    private List<DecodeNode>? _children;

    public string? Name => name;

    public int Item => item;

    public int Start => start;

    public void Add(DecodeNode child) => (_children ??= []).Add(child);

    public DecodeNode Close(int end, string raw, string value, string? constraint) =>
        new(Label, type, start, Math.Max(0, end - start), raw, value, constraint, (IReadOnlyList<DecodeNode>?)_children ?? []);

    private string Label => item >= 0 ? string.Create(CultureInfo.InvariantCulture, $"[{item}]") : name ?? string.Empty;
}
