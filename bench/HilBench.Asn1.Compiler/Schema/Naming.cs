using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Gives every declaration a C# name of its own: where modules define the same name, each gets its module's name in front.</summary>
internal static class Naming
{
    public static void Apply(IReadOnlyList<DeclaredType> types, IReadOnlyList<ConstantClass> constants, Action<CompileException> report)
    {
        foreach (var group in types.Where(type => type is not ListType).GroupBy(type => type.CsName, StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray())
        {
            foreach (var type in group)
            {
                type.CsName = CsNames.Pascal(type.Module) + type.CsName;
            }
        }

        foreach (var group in types.OfType<ListType>().GroupBy(type => type.CsName, StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray())
        {
            foreach (var type in group)
            {
                type.CsName = CsNames.Pascal(type.Module) + type.CsName;
            }
        }

        foreach (var type in types)
        {
            NameMembers(type, report);
        }

        CheckUnique(types, constants, report);
    }

    private static void NameMembers(DeclaredType type, Action<CompileException> report)
    {
        var members = type switch
        {
            SequenceType sequence => sequence.Members,
            ChoiceType choice => choice.Alternatives,
            _ => [],
        };
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            member.CsName = CsNames.MemberOf(member.Name, type.CsName);
            if (type is ChoiceType && member.CsName == "Value")
            {
                member.CsName = "ValueValue";
            }

            if (!taken.Add(member.CsName))
            {
                report(new CompileException(member.Node.Place, $"'{member.Name}' and another member of {type.RawName} would both be named {member.CsName} in C#."));
            }
        }
    }

    private static void CheckUnique(IReadOnlyList<DeclaredType> types, IReadOnlyList<ConstantClass> constants, Action<CompileException> report)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var name = type is ListType ? type.CsName + "Codec" : type.CsName;
            if (taken.TryGetValue(name, out var other))
            {
                report(new CompileException(type.Place, $"{type.RawName} and {other} would both be named {name} in C#."));
            }

            taken[name] = type.RawName;
        }

        foreach (var constant in constants.Where(constant => taken.ContainsKey(constant.CsName)))
        {
            constant.CsName = CsNames.Pascal(constant.Module) + constant.CsName;
        }
    }
}
