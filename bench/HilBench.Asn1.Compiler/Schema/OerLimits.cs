using System.Numerics;
using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>What OER needs of a schema beyond what every encoding needs.</summary>
internal static class OerLimits
{
    public static void Check(IEnumerable<DeclaredType> types, Action<CompileException> report)
    {
        foreach (var type in types)
        {
            switch (type)
            {
                case ChoiceType choice:
                    CheckTags(choice, report);
                    break;
                case EnumeratedType enumerated when enumerated.Numbers.Any(number => number < int.MinValue + (BigInteger)enumerated.Numbers.Count || number > int.MaxValue):
                    report(new CompileException(type.Place, $"A number of {type.RawName} does not fit into 32 bits."));
                    break;
            }
        }
    }

    private static void CheckTags(ChoiceType choice, Action<CompileException> report)
    {
        var taken = new Dictionary<int, string>();
        foreach (var alternative in choice.Alternatives)
        {
            if (alternative.Tag is not { } tag)
            {
                report(new CompileException(alternative.Node.Place, $"'{alternative.Name}' is a CHOICE without a tag, which COER codecs do not support here: write a tag or use AUTOMATIC TAGS."));
            }
            else if (taken.TryGetValue(tag, out var other))
            {
                report(new CompileException(alternative.Node.Place, $"'{alternative.Name}' has the tag {Tags.Text(tag)}, and so has '{other}'."));
            }
            else
            {
                taken.Add(tag, alternative.Name);
            }
        }
    }
}
