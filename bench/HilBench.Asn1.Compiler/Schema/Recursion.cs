namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Finds the types that can contain themselves: only these need a limit of depth.</summary>
internal static class Recursion
{
    public static void Mark(IReadOnlyList<DeclaredType> types)
    {
        foreach (var type in types)
        {
            type.IsRecursive = Reaches(type);
        }
    }

    /// <summary>The declared types that a value of a type holds directly.</summary>
    public static IEnumerable<DeclaredType> PartsOf(SchemaType type) => type switch
    {
        SequenceType sequence => sequence.Members.SelectMany(member => Declared(member.Type)),
        ChoiceType choice => choice.Alternatives.SelectMany(alternative => Declared(alternative.Type)),
        ListType list => Declared(list.Element),
        WrapperType wrapper => Declared(wrapper.Inner),
        _ => [],
    };

    private static IEnumerable<DeclaredType> Declared(SchemaType type) => type switch
    {
        DeclaredType declared => [declared],
        OpenType open => open.Entries.Select(entry => entry.Type),
        _ => [],
    };

    private static bool Reaches(DeclaredType start)
    {
        var seen = new HashSet<DeclaredType>();
        var next = new Stack<DeclaredType>(PartsOf(start));
        while (next.Count > 0)
        {
            var type = next.Pop();
            if (type == start)
            {
                return true;
            }

            // A list inside a record needs no limit of its own: the record has one.
            if (seen.Add(type) && (start is not ListType || type is ListType))
            {
                foreach (var part in PartsOf(type))
                {
                    next.Push(part);
                }
            }
        }

        return false;
    }
}
