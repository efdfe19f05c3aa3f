using System.Xml.Linq;
using HilBench.Asn1;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>Compares XER, as asn1c prints it, with our explained decoding: element by element, nothing left over on either side.</summary>
internal static class XerComparison
{
    /// <summary>Members with a DEFAULT, and the values that stand for not being sent.</summary>
    private static readonly Dictionary<string, string[]> Defaults = new(StringComparer.Ordinal)
    {
        ["validityDuration"] = ["600"],
        ["laneType"] = ["0"],
        ["direction"] = ["0"],
        ["altitude"] = ["800001"],
        ["deltaAltitude"] = ["12800"],
        ["altitudeConfidence"] = ["unavailable"],
        ["objectConfidence"] = ["0"],
        ["objectRefPoint"] = ["0"],
        ["refPointId"] = ["0"],
        ["shadowingApplies"] = ["true"],
        ["type"] = ["0"],
        ["confidence"] = ["0"],
        ["driveDirection"] = ["forward"],
    };

    /// <summary>What differs; nothing when all values are equal.</summary>
    /// <param name="xer">The message in XER.</param>
    /// <param name="node">Our decoding of it.</param>
    public static IEnumerable<string> Differences(string xer, DecodeNode node)
    {
        var root = XDocument.Parse(xer, LoadOptions.PreserveWhitespace).Root!;
        return root.Name.LocalName == node.Type
            ? Compare(root, node, node.Type)
            : [$"the message: expected {root.Name.LocalName}, found {node.Type}"];
    }

    private static IEnumerable<string> Compare(XElement element, DecodeNode node, string path)
    {
        var children = element.Elements().ToArray();
        if (node.Children.Count == 0 && node.Value is "NULL" && children.Length == 0 && element.Value.Length == 0)
        {
            return [];
        }

        if (node.Children.Count == 0 && node.Value.Length > 0)
        {
            return IsEqual(element, children, node) ? [] : [$"{path}: expected {Shorten(element)}, found {node.Value} ({node.Type})"];
        }

        // An open type: the element holds one more, named after the type that was chosen.
        if (children is [var inner] && inner.Name.LocalName == node.Type && !node.Children.Any(child => child.Name == node.Type))
        {
            return Compare(inner, node, path);
        }

        children = [.. children.SelectMany(child => Members(child, node)).Where(child => !IsOmittedDefault(child, node))];
        if (children.Length != node.Children.Count)
        {
            return [$"{path}: expected {Names(children.Select(child => child.Name.LocalName))}, found {Names(node.Children.Select(child => child.Name))}"];
        }

        return children.Zip(node.Children, (expected, found) => CompareMember(expected, found, path)).SelectMany(difference => difference);
    }

    // asn1c prints the members of an addition group inside an element of its own, which the notation does not name.
    private static IEnumerable<XElement> Members(XElement child, DecodeNode node) =>
        child.Name.LocalName is "ext1" or "ext2" or "ext3" && !node.Children.Any(member => member.Name == child.Name.LocalName) ? child.Elements() : [child];

    // asn1c prints a member that was not sent and has a DEFAULT.
    private static bool IsOmittedDefault(XElement child, DecodeNode node) =>
        !node.Children.Any(member => member.Name == child.Name.LocalName)
        && Defaults.TryGetValue(child.Name.LocalName, out var values)
        && values.Contains(child.HasElements ? child.Elements().First().Name.LocalName : child.Value, StringComparer.Ordinal);

    private static IEnumerable<string> CompareMember(XElement element, DecodeNode node, string path)
    {
        var name = element.Name.LocalName;
        if (!node.Name.StartsWith('['))
        {
            return name == node.Name ? Compare(element, node, $"{path}.{node.Name}") : [$"{path}: expected {name}, found {node.Name}"];
        }

        // An item of a list is named after its type; a choice after its alternative; an enumerated value or a boolean is the item itself.
        var itemPath = path + node.Name;
        if (!element.Nodes().Any() && node.Children.Count == 0)
        {
            if (node.Value.Length == 0 && name == node.Type)
            {
                return [];
            }

            return string.Equals(name, node.Value, StringComparison.OrdinalIgnoreCase) ? [] : [$"{itemPath}: expected {name}, found {node.Value}"];
        }

        return node.Children is [var alternative] && alternative.Name == name
            ? Compare(element, alternative, $"{itemPath}.{name}")
            : Compare(element, node, itemPath);
    }

    private static bool IsEqual(XElement element, XElement[] children, DecodeNode node)
    {
        if (children is [var value] && !value.Nodes().Any())
        {
            // <true/>, <false/> and <name-of-an-enumerated-value/>.
            return value.Name.LocalName == (node.Value is "TRUE" or "FALSE" ? node.Value.ToLowerInvariant() : node.Value);
        }

        var text = element.Value;
        return children.Length == 0 && (text == node.Value || IsSameDigits(text, node.Value));
    }

    // Numbers, bits and hexadecimal digits may be laid out with white space. Our text of a long octet string ends with … behind 64 octets.
    private static bool IsSameDigits(string expected, string found)
    {
        var packed = string.Concat(expected.Where(character => !char.IsWhiteSpace(character)));
        var isDigits = packed.Length > 0 && packed.All(character => char.IsAsciiHexDigit(character) || character == '-');
        var end = found.IndexOf('…', StringComparison.Ordinal);
        var told = end < 0 ? found : found[..end];
        if (told.Length > 0 && packed.Length > 3 * told.Length && packed.All(character => character is '0' or '1'))
        {
            // A long bit string is told by its octets.
            packed = string.Concat(packed.Chunk(8).Select(bits => Convert.ToByte(new string(bits).PadRight(8, '0'), 2).ToString("X2", provider: null)));
        }

        return isDigits && (end < 0 ? packed == found : packed.StartsWith(found[..end], StringComparison.Ordinal));
    }

    private static string Names(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    private static string Shorten(XElement element)
    {
        var text = element.ToString(SaveOptions.DisableFormatting);
        return text.Length > 120 ? text[..120] + "…" : text;
    }
}
