namespace HilBench.Asn1.Compiler.Syntax;

internal sealed partial class Parser
{
    private ConstraintNode ReadConstraint()
    {
        var place = Current.Place;
        Expect("(");
        ConstraintNode constraint;
        if (Current.Is("{"))
        {
            constraint = ReadTable(place);
        }
        else
        {
            var root = ReadSet();
            var isExtensible = false;
            SetNode? additions = null;
            if (Accept(","))
            {
                Expect("...");
                isExtensible = true;
                if (Accept(","))
                {
                    additions = ReadSet();
                }
            }

            constraint = new ConstraintNode(place, root, isExtensible) { Additions = additions };
        }

        SkipException();
        Expect(")");
        return constraint;
    }

    // X.682 10: ({Set}) or ({Set}{@key}).
    private ConstraintNode ReadTable(Place place)
    {
        var set = ReadObjectSet();
        Token? key = null;
        if (Accept("{"))
        {
            do
            {
                Expect("@");
                Accept(".");
                do
                {
                    key = Expect(TokenKind.Lower, "the name of the member that selects the type");
                }
                while (Accept("."));
            }
            while (Accept(","));
            Expect("}");
        }

        return new ConstraintNode(place, Root: null, IsExtensible: false) { Table = set, Key = key };
    }

    private SetNode ReadSet()
    {
        var place = Current.Place;
        if (Accept("ALL"))
        {
            Expect("EXCEPT");
            return new SetNode(SetKind.AllExcept, place) { Operands = [ReadElement()] };
        }

        var operands = new List<SetNode>();
        do
        {
            operands.Add(ReadIntersection());
        }
        while (Accept("|") || Accept("UNION"));
        return operands.Count == 1 ? operands[0] : new SetNode(SetKind.Union, place) { Operands = operands };
    }

    private SetNode ReadIntersection()
    {
        var place = Current.Place;
        var operands = new List<SetNode>();
        do
        {
            var element = ReadElement();
            operands.Add(Accept("EXCEPT") ? new SetNode(SetKind.Except, place) { Operands = [element, ReadElement()] } : element);
        }
        while (Accept("^") || Accept("INTERSECTION"));
        return operands.Count == 1 ? operands[0] : new SetNode(SetKind.Intersection, place) { Operands = operands };
    }

    private SetNode ReadElement()
    {
        var place = Current.Place;
        switch (Current.Kind == TokenKind.Upper || Current.Is("(") ? Current.Text : string.Empty)
        {
            case "(":
                return ReadParenthesized();
            case "SIZE":
                _at++;
                return new SetNode(SetKind.Size, place) { Inner = ReadConstraint() };
            case "FROM":
                _at++;
                return new SetNode(SetKind.From, place) { Inner = ReadConstraint() };
            case "PATTERN":
                _at++;
                ReadValue();
                return new SetNode(SetKind.Invisible, place);
            case "WITH" or "CONSTRAINED" or "SETTINGS":
                return ReadInvisible();
            case "CONTAINING":
                _at++;
                ReadType();
                SkipEncodedBy();
                return new SetNode(SetKind.Invisible, place);
            case "ENCODED":
                SkipEncodedBy();
                return new SetNode(SetKind.Invisible, place);
            case "INCLUDES":
                _at++;
                return new SetNode(SetKind.Contained, place) { Type = ReadType() };
            case "" or "MIN" or "MAX" or "TRUE" or "FALSE" or "NULL":
                return ReadRange();
            default:
                return new SetNode(SetKind.Contained, place) { Type = ReadType() };
        }
    }

    private SetNode ReadParenthesized()
    {
        Expect("(");
        var inner = ReadSet();
        Expect(")");
        return inner;
    }

    private SetNode ReadRange()
    {
        var place = Current.Place;
        var lower = ReadValue();
        var excludesLower = Accept("<");
        if (!Accept(".."))
        {
            return new SetNode(SetKind.Range, place) { Lower = lower };
        }

        var excludesUpper = Accept("<");
        return new SetNode(SetKind.Range, place)
        {
            Lower = lower,
            Upper = ReadValue(),
            ExcludesLower = excludesLower,
            ExcludesUpper = excludesUpper,
        };
    }

    // WITH COMPONENT (...), WITH COMPONENTS {...}, CONSTRAINED BY {...}, SETTINGS "...": no part of the encoding.
    private SetNode ReadInvisible()
    {
        var place = Current.Place;
        var isConstraint = Current.Is("WITH");
        _at++;
        if (isConstraint && Accept("COMPONENT"))
        {
            ReadConstraint();
        }
        else if (Accept("COMPONENTS") || Accept("BY"))
        {
            ReadBraces();
        }
        else
        {
            ReadValue();
        }

        return new SetNode(SetKind.Invisible, place);
    }

    private void SkipEncodedBy()
    {
        if (Accept("ENCODED"))
        {
            Expect("BY");
            ReadValue();
        }
    }
}
