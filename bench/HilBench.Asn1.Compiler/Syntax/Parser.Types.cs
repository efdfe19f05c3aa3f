namespace HilBench.Asn1.Compiler.Syntax;

internal sealed partial class Parser
{
    private static readonly Dictionary<string, TypeKind> SimpleTypes = new(StringComparer.Ordinal)
    {
        ["BOOLEAN"] = TypeKind.Boolean,
        ["NULL"] = TypeKind.Null,
        ["INTEGER"] = TypeKind.Integer,
        ["ENUMERATED"] = TypeKind.Enumerated,
        ["RELATIVE-OID"] = TypeKind.RelativeObjectIdentifier,
        ["IA5String"] = TypeKind.Text,
        ["NumericString"] = TypeKind.Text,
        ["PrintableString"] = TypeKind.Text,
        ["VisibleString"] = TypeKind.Text,
        ["ISO646String"] = TypeKind.Text,
        ["BMPString"] = TypeKind.Text,
        ["UTF8String"] = TypeKind.Text,
        ["GeneralString"] = TypeKind.Text,
        ["GraphicString"] = TypeKind.Text,
        ["TeletexString"] = TypeKind.Text,
        ["T61String"] = TypeKind.Text,
        ["VideotexString"] = TypeKind.Text,
        ["ObjectDescriptor"] = TypeKind.Text,
        ["UTCTime"] = TypeKind.Text,
        ["GeneralizedTime"] = TypeKind.Text,
    };

    private static readonly HashSet<string> Unsupported = new(StringComparer.Ordinal)
    {
        "REAL", "EXTERNAL", "EMBEDDED", "CHARACTER", "INSTANCE", "ANY", "UniversalString", "OID-IRI", "RELATIVE-OID-IRI", "TIME",
        "DATE", "TIME-OF-DAY", "DATE-TIME", "DURATION",
    };

    public TypeNode ReadType()
    {
        var tag = ReadTag();
        var type = ReadUnconstrainedType();
        type.Tag = tag;
        while (Current.Is("("))
        {
            type.Constraints.Add(ReadConstraint());
        }

        return type;
    }

    private int? ReadTag()
    {
        if (!Accept("["))
        {
            return null;
        }

        if (Current.Kind == TokenKind.Upper)
        {
            throw Expected("a context-specific tag number (tags of other classes are not supported)");
        }

        var number = int.Parse(Expect(TokenKind.Number, "a tag number").Text, System.Globalization.CultureInfo.InvariantCulture);
        Expect("]");
        if (!Accept("IMPLICIT"))
        {
            Accept("EXPLICIT");
        }

        return number;
    }

    private TypeNode ReadUnconstrainedType()
    {
        var token = Expect(TokenKind.Upper, "a type");
        if (Unsupported.Contains(token.Text))
        {
            throw new CompileException(token.Place, $"The type {token.Text} is not supported: no V2X message uses it.");
        }

        switch (token.Text)
        {
            case "BIT":
                Expect("STRING");
                return WithNamed(new TypeNode(TypeKind.BitString, token.Place, "BIT STRING"));
            case "OCTET":
                Expect("STRING");
                return new TypeNode(TypeKind.OctetString, token.Place, "OCTET STRING");
            case "OBJECT":
                Expect("IDENTIFIER");
                return new TypeNode(TypeKind.ObjectIdentifier, token.Place, "OBJECT IDENTIFIER");
            case "SEQUENCE" or "SET":
                return ReadSequence(token);
            case "CHOICE":
                return ReadComponents(new TypeNode(TypeKind.Choice, token.Place, "CHOICE"));
            case "ENUMERATED":
                return ReadEnumerated(token);
        }

        if (!SimpleTypes.TryGetValue(token.Text, out var kind))
        {
            return ReadReference(token);
        }

        var simple = new TypeNode(kind, token.Place, token.Text);
        return kind == TypeKind.Integer ? WithNamed(simple) : simple;
    }

    private TypeNode ReadReference(Token name)
    {
        if (Accept("."))
        {
            if (Current.Kind == TokenKind.Field)
            {
                return new TypeNode(TypeKind.ClassField, name.Place, name.Text) { Field = tokens[_at++].Text };
            }

            var type = Expect(TokenKind.Upper, "a type or a &field behind the dot");
            return WithArguments(new TypeNode(TypeKind.Reference, name.Place, type.Text) { Module = name.Text });
        }

        return WithArguments(new TypeNode(TypeKind.Reference, name.Place, name.Text));
    }

    private TypeNode WithArguments(TypeNode type)
    {
        if (!Current.Is("{"))
        {
            return type;
        }

        Expect("{");
        do
        {
            var place = Current.Place;
            type.Arguments.Add(Current switch
            {
                { Kind: TokenKind.Upper } => new ArgumentNode(place, ReadType(), null, null),
                { Text: "{" } => new ArgumentNode(place, null, null, ReadObjectSet()),
                _ => new ArgumentNode(place, null, ReadValue(), null),
            });
        }
        while (Accept(","));
        Expect("}");
        return type;
    }

    private TypeNode WithNamed(TypeNode type)
    {
        if (!Accept("{"))
        {
            return type;
        }

        do
        {
            var name = Expect(TokenKind.Lower, "a name (lower-case first letter)");
            Expect("(");
            type.Named.Add(new NamedNumber(name.Text, name.Place, ReadValue(), IsAddition: false));
            Expect(")");
        }
        while (Accept(","));
        ExpectListEnd("the named number");
        return type;
    }

    private TypeNode ReadEnumerated(Token token)
    {
        var type = new TypeNode(TypeKind.Enumerated, token.Place, "ENUMERATED");
        Expect("{");
        do
        {
            if (Current.Is("...") && !type.IsExtensible)
            {
                _at++;
                SkipException();
                type.IsExtensible = true;
                continue;
            }

            var name = Expect(TokenKind.Lower, "the name of a value (lower-case first letter)");
            ValueNode? value = null;
            if (Accept("("))
            {
                value = ReadValue();
                Expect(")");
            }

            type.Named.Add(new NamedNumber(name.Text, name.Place, value, type.IsExtensible));
        }
        while (Accept(","));
        ExpectListEnd("the value");
        return type;
    }

    private TypeNode ReadSequence(Token keyword)
    {
        if (Current.Is("{"))
        {
            return ReadComponents(new TypeNode(TypeKind.Sequence, keyword.Place, keyword.Text));
        }

        var list = new TypeNode(TypeKind.SequenceOf, keyword.Place, keyword.Text + " OF");
        if (Current.Is("SIZE"))
        {
            var size = ReadElement();
            list.Constraints.Add(new ConstraintNode(size.Place, size, IsExtensible: false));
        }

        while (Current.Is("("))
        {
            list.Constraints.Add(ReadConstraint());
        }

        Expect("OF");
        if (Current.Kind == TokenKind.Lower)
        {
            _at++;
        }

        list.Element = ReadType();
        return list;
    }

    private TypeNode ReadComponents(TypeNode type)
    {
        Expect("{");
        var section = Section.Root;
        var groups = 0;
        if (Accept("}"))
        {
            return type;
        }

        do
        {
            if (Accept("..."))
            {
                SkipException();
                section = type.IsExtensible ? Section.Root : Section.Addition;
                type.IsExtensible = true;
            }
            else if (Current.Is("[["))
            {
                ReadGroup(type, section, groups++);
            }
            else
            {
                type.Components.Add(ReadComponent(section, group: -1));
            }
        }
        while (Accept(","));
        ExpectListEnd(type.Kind == TypeKind.Choice ? "the alternative" : "the member");
        return type;
    }

    private void ReadGroup(TypeNode type, Section section, int group)
    {
        if (section != Section.Addition)
        {
            throw Expected("an extension marker '...' in front of the addition group");
        }

        Expect("[[");
        if (Current.Kind == TokenKind.Number)
        {
            _at++;
            Expect(":");
        }

        do
        {
            type.Components.Add(ReadComponent(section, group));
        }
        while (Accept(","));
        Expect("]]");
    }

    private ComponentNode ReadComponent(Section section, int group)
    {
        if (Current.Is("COMPONENTS"))
        {
            var place = Current.Place;
            _at++;
            Expect("OF");
            return new ComponentNode(string.Empty, place, ReadType(), IsOptional: false, Default: null, section, group);
        }

        var name = Expect(TokenKind.Lower, "the name of a member (lower-case first letter)");
        var type = ReadType();
        var isOptional = Accept("OPTIONAL");
        var value = !isOptional && Accept("DEFAULT") ? ReadValue() : null;
        return new ComponentNode(name.Text, name.Place, type, isOptional, value, section, group);
    }

    private void SkipException()
    {
        if (Accept("!"))
        {
            ReadValue();
        }
    }

    private void ExpectListEnd(string item)
    {
        if (!Accept("}"))
        {
            throw Expected($"',' or '}}' behind {item}");
        }
    }
}
