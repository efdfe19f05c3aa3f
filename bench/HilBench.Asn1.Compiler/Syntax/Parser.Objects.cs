namespace HilBench.Asn1.Compiler.Syntax;

internal sealed partial class Parser
{
    /// <summary>Reads what a literal word of a WITH SYNTAX asks for: the word.</summary>
    public void ExpectWord(Token word) => Expect(word.Text);

    // X.681 9: CLASS { &field Type UNIQUE, &Type } WITH SYNTAX { ... }.
    private ClassNode ReadClass()
    {
        var place = Current.Place;
        Expect("CLASS");
        Expect("{");
        var fields = new List<ClassField>();
        do
        {
            var field = Expect(TokenKind.Field, "a field (&name)");
            var isType = char.IsUpper(field.Text[1]);
            var type = !isType ? ReadType() : null;
            Accept("UNIQUE");
            if (!Accept("OPTIONAL") && Accept("DEFAULT"))
            {
                SkipDefault(isType);
            }

            fields.Add(new ClassField(field.Text, field.Place, type));
        }
        while (Accept(","));
        ExpectListEnd("the field");
        var syntax = new List<Token>();
        if (Accept("WITH"))
        {
            Expect("SYNTAX");
            var braces = ReadBraces();
            syntax.AddRange(braces.Skip(1).Take(braces.Count - 2));
        }

        return new ClassNode(place, fields, syntax);
    }

    private void SkipDefault(bool isType)
    {
        if (isType)
        {
            ReadType();
        }
        else
        {
            ReadValue();
        }
    }

    /// <summary>Reads <c>{ item | item, ..., item }</c>; what an item is, is decided when its class is known.</summary>
    private ObjectSetNode ReadObjectSet()
    {
        var place = Current.Place;
        var braces = ReadBraces();
        var items = new List<IReadOnlyList<Token>>();
        var item = new List<Token>();
        var depth = 0;
        var isExtensible = false;
        foreach (var token in braces.Skip(1))
        {
            var isBetween = depth == 0 && (token.Is("|") || token.Is(",") || token.Is("UNION") || token.Is("}"));
            depth += token.Is("{") ? 1 : token.Is("}") ? -1 : 0;
            if (!isBetween)
            {
                item.Add(token);
                continue;
            }

            var isMarker = item.Count > 0 && item[0].Is("...");
            isExtensible |= isMarker;
            if (item.Count > 0 && !isMarker)
            {
                items.Add(item);
            }

            item = [];
        }

        return new ObjectSetNode(place, items, isExtensible);
    }
}
