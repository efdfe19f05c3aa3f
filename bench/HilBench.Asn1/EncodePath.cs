using System.Globalization;

namespace HilBench.Asn1;

/// <summary>The path of the value that is being written; kept only when a first try failed.</summary>
internal sealed class EncodePath
{
    private readonly List<string> _segments = [];
    private string? _item;

    public void Enter(string? name)
    {
        _segments.Add(name ?? _item ?? string.Empty);
        _item = null;
    }

    public void Item(int index) => _item = string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    public void Leave()
    {
        _segments.RemoveAt(_segments.Count - 1);
        _item = null;
    }

    public string With(string? name)
    {
        var last = name ?? _item;
        var path = string.Empty;
        foreach (var segment in last is null ? _segments : _segments.Append(last))
        {
            path += path.Length == 0 || segment.StartsWith('[') || segment.Length == 0 ? segment : "." + segment;
        }

        return path;
    }
}
