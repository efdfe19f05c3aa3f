using System.Globalization;
using System.Text;
using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>Writes a found message as text for people: a line a field with bits, name, number, quantity and type, and what breaks a rule.</summary>
public static class TreeText
{
    private const int WidestName = 44;

    /// <summary>The text, LF line ends.</summary>
    /// <param name="message">What the octets turned out to be.</param>
    public static string Format(FoundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new StringBuilder();
        var chain = string.Join(" › ", message.Layers.Select(layer => layer.Protocol).Append(message.Name).OfType<string>());
        text.Append(CultureInfo.InvariantCulture, $"{(chain.Length == 0 ? "not recognised" : chain)}, {message.OctetCount} octets\n");
        foreach (var assumption in message.Assumptions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  assumed: {assumption}\n");
        }

        foreach (var layer in message.Layers)
        {
            AppendLayer(text, layer);
        }

        if (message.Fault is { } fault)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n✗ {fault}\n");
        }

        return text.ToString();
    }

    private static void AppendLayer(StringBuilder text, MessageLayer layer)
    {
        var place = layer.OctetOffset is not { } offset ? $"{layer.OctetLength} octets of the text before"
            : layer.OctetLength == 1 ? $"octet {offset}"
            : $"octets {offset}..{offset + layer.OctetLength - 1}";
        text.Append(CultureInfo.InvariantCulture, $"\n{layer.Protocol}: {place}, bits counted from its first octet\n");
        var lines = new List<FieldLine>();
        if (layer.Tree is { } tree)
        {
            Collect(layer, tree, string.Empty, depth: 0, lines);
        }

        var bits = lines.Select(line => line.Bits.Length).DefaultIfEmpty().Max();
        var name = Math.Min(WidestName, lines.Select(line => line.Name.Length).DefaultIfEmpty().Max());
        var left = layer.Violations.ToList();
        foreach (var line in lines)
        {
            text.Append($"  {line.Bits.PadLeft(bits)}  {line.Name.PadRight(name)}  {line.Value}".TrimEnd()).Append('\n');
            foreach (var violation in left.Where(violation => violation.Path == line.Path && line.Path.Length > 0).ToArray())
            {
                AppendViolation(text, violation, bits, withPath: false);
                left.Remove(violation);
            }
        }

        left.ForEach(violation => AppendViolation(text, violation, bits, withPath: true));
    }

    private static void AppendViolation(StringBuilder text, Violation violation, int indent, bool withPath)
    {
        var place = withPath ? $"{(violation.Path.Length == 0 ? "message" : violation.Path)}, bit {violation.BitOffset}: " : string.Empty;
        text.Append(' ', indent + 2).Append(CultureInfo.InvariantCulture, $"  ✗ {place}{violation.Found}, rule: {violation.Rule}\n");
    }

    private static void Collect(MessageLayer layer, DecodeNode node, string path, int depth, List<FieldLine> lines)
    {
        var last = node.BitOffset + node.BitLength - 1;
        var bits = node.BitLength <= 1
            ? node.BitOffset.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{node.BitOffset}..{last}");
        var name = new string(' ', 2 * depth) + (node.Name.Length == 0 ? node.Type : node.Name);
        lines.Add(new FieldLine(bits, name, Value(layer, node), path));
        foreach (var child in node.Children)
        {
            Collect(layer, child, NodePath.Of(path, child), depth + 1, lines);
        }
    }

    private static string Value(MessageLayer layer, DecodeNode node)
    {
        var type = node.Name.Length == 0 ? string.Empty : node.Constraint is null ? $"  [{node.Type}]" : $"  [{node.Type} {node.Constraint}]";
        return layer.Describe(node) is { } quantity ? $"{node.Value} = {quantity}{type}" : $"{node.Value}{type}".TrimStart();
    }

    private readonly record struct FieldLine(string Bits, string Name, string Value, string Path);
}
