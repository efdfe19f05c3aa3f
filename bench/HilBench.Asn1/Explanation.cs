using System.Globalization;
using System.Text;

namespace HilBench.Asn1;

/// <summary>Keeps the path of the value that is being read, the violations, and the nodes when a tree was asked for.</summary>
internal sealed class Explanation(DecodeTree? tree)
{
    private readonly List<OpenNode> _open = [];
    private int _item = -1;

    public List<Violation>? Violations { get; private set; }

    public void Begin(string? name, string type, int start)
    {
        _open.Add(new OpenNode(name, name is null ? _item : -1, type, start));
        _item = -1;
    }

    public void Item(int index) => _item = index;

    public void Close(in BitReader reader, string? value, string? constraint)
    {
        var node = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (tree is not null)
        {
            var raw = value is null ? string.Empty : reader.RawText(node.Start, reader.Position);
            Attach(node.Close(reader.Position, raw, value ?? string.Empty, constraint));
        }
    }

    public void Violate(int start, int behind, string rule, string found) =>
        (Violations ??= []).Add(new Violation(Path(), start, behind - start, rule, found));

    /// <summary>Closes what a failure left open, so that the tree shows how far the reading came.</summary>
    public void Abandon(int position)
    {
        while (tree is not null && _open.Count > 0)
        {
            var node = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            Attach(node.Close(position, string.Empty, string.Empty, constraint: null));
        }
    }

    public string Path()
    {
        var path = new StringBuilder();
        foreach (var node in _open)
        {
            if (node.Item >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{node.Item}]");
            }
            else if (!string.IsNullOrEmpty(node.Name))
            {
                path.Append(path.Length == 0 ? string.Empty : ".").Append(node.Name);
            }
        }

        return path.ToString();
    }

    private void Attach(DecodeNode node)
    {
        if (_open.Count > 0)
        {
            _open[^1].Add(node);
        }
        else
        {
            tree!.Root ??= node;
        }
    }
}
