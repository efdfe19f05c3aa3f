using System.Text;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>C# names of ASN.1 names.</summary>
internal static class CsNames
{
    /// <summary>Members of every generated record.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Decode", "Encode", "Read", "Write", "DecodeOer", "EncodeOer", "ReadOer", "WriteOer", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
        "EqualityContract", "PrintMembers", "UnknownAdditions", "UnknownAlternative", "Deconstruct",
    };

    /// <summary>Removes hyphens and dots; the letter behind each, and the first one, become upper-case.</summary>
    public static string Pascal(string name) => Cut(name, separator: string.Empty);

    /// <summary>Names of members of a record: those that are taken get the suffix <c>Value</c>.</summary>
    public static string MemberOf(string name, string owner)
    {
        var pascal = Pascal(name);
        return pascal == owner || Taken.Contains(pascal) ? pascal + "Value" : pascal;
    }

    /// <summary>Names of constants: where removing hyphens makes two of them equal, these keep an underscore instead.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> names)
    {
        var twice = new HashSet<string>(
            names.GroupBy(Pascal, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
            StringComparer.Ordinal);
        return [.. names.Select(name => twice.Contains(Pascal(name)) ? Cut(name, "_") : Pascal(name))];
    }

    private static string Cut(string name, string separator)
    {
        var result = new StringBuilder(name.Length);
        foreach (var part in name.Split('-', '.'))
        {
            if (part.Length > 0)
            {
                result.Append(result.Length == 0 ? string.Empty : separator).Append(char.ToUpperInvariant(part[0])).Append(part, 1, part.Length - 1);
            }
        }

        return result.ToString();
    }
}
