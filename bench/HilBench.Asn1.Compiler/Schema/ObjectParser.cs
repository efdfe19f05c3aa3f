using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Reads an object by the WITH SYNTAX of its class, or by field names when it has none (X.681 11).</summary>
internal static class ObjectParser
{
    public static ObjectValue Read(IReadOnlyList<Token> braces, ClassNode classNode, Scope scope)
    {
        var value = new ObjectValue(braces[0].Place, scope);
        var parser = Parser.Over([.. braces.Skip(1).Take(braces.Count - 2)], braces[braces.Count - 1].Place);
        if (classNode.Syntax.Count > 0)
        {
            ReadSyntax(parser, classNode.Syntax, 0, classNode.Syntax.Count, value);
        }
        else
        {
            ReadFields(parser, classNode, value);
        }

        parser.ExpectEnd("the object");
        return value;
    }

    private static void ReadSyntax(Parser parser, IReadOnlyList<Token> syntax, int from, int to, ObjectValue value)
    {
        for (var i = from; i < to; i++)
        {
            if (syntax[i].Kind == TokenKind.Field)
            {
                ReadField(parser, syntax[i].Text, value);
            }
            else if (!syntax[i].Is("["))
            {
                parser.ExpectWord(syntax[i]);
            }
            else
            {
                var close = CloseOf(syntax, i);
                if (parser.Accept(syntax[i + 1].Text))
                {
                    ReadSyntax(parser, syntax, i + 2, close, value);
                }

                i = close;
            }
        }
    }

    private static void ReadFields(Parser parser, ClassNode classNode, ObjectValue value)
    {
        foreach (var field in classNode.Fields)
        {
            if (parser.Accept(field.Name))
            {
                ReadField(parser, field.Name, value);
                parser.Accept(",");
            }
        }
    }

    private static void ReadField(Parser parser, string field, ObjectValue value)
    {
        if (char.IsUpper(field[1]))
        {
            value.Types[field] = parser.ReadType();
        }
        else
        {
            value.Values[field] = parser.ReadValue();
        }
    }

    private static int CloseOf(IReadOnlyList<Token> syntax, int open)
    {
        var depth = 0;
        for (var i = open; i < syntax.Count; i++)
        {
            depth += syntax[i].Is("[") ? 1 : syntax[i].Is("]") ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new CompileException(syntax[open].Place, "The optional group that opens here is not closed.");
    }
}
