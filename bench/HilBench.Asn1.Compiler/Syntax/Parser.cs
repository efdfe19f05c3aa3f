namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>Reads modules (X.680 clause 13 and 16; X.681, X.682 and X.683 as far as tables of types need them).</summary>
internal sealed partial class Parser(IReadOnlyList<Token> tokens)
{
    private int _at;

    private Token Current => tokens[_at];

    /// <summary>Reads all modules of a file.</summary>
    public static List<ModuleNode> ReadModules(string path, string text)
    {
        var parser = new Parser(Lexer.Read(path, text));
        var modules = new List<ModuleNode>();
        while (parser.Current.Kind != TokenKind.End)
        {
            modules.Add(parser.ReadModule());
        }

        return modules;
    }

    /// <summary>Lexical items with an end behind them, for a parser of their own.</summary>
    public static Parser Over(IReadOnlyList<Token> items, Place behind) => new([.. items, new Token(TokenKind.End, string.Empty, behind)]);

    public bool Accept(string text)
    {
        if (!Current.Is(text))
        {
            return false;
        }

        _at++;
        return true;
    }

    public void ExpectEnd(string what)
    {
        if (Current.Kind != TokenKind.End)
        {
            throw Expected($"the end of {what}");
        }
    }

    private static bool EndsImports(Token token) => token.Is(";") || token.Kind == TokenKind.End;

    private ModuleNode ReadModule()
    {
        var name = Expect(TokenKind.Upper, "a module name (upper-case first letter)");
        var module = new ModuleNode(name.Text, name.Place);
        if (Current.Is("{"))
        {
            ReadBraces();
        }

        Expect("DEFINITIONS");
        module.HasAutomaticTags = ReadTagDefault() == "AUTOMATIC";
        if (Accept("EXTENSIBILITY"))
        {
            Expect("IMPLIED");
            module.ImpliesExtensibility = true;
        }

        Expect("::=");
        Expect("BEGIN");
        if (Accept("EXPORTS"))
        {
            SkipTo(";");
        }

        if (Accept("IMPORTS"))
        {
            ReadImports(module);
        }

        while (!Accept("END"))
        {
            module.Assignments.Add(ReadAssignment());
        }

        return module;
    }

    private string ReadTagDefault()
    {
        var tags = Current.Text;
        if (!Accept("AUTOMATIC") && !Accept("EXPLICIT") && !Accept("IMPLICIT"))
        {
            return "EXPLICIT";
        }

        Expect("TAGS");
        return tags;
    }

    private void ReadImports(ModuleNode module)
    {
        while (!EndsImports(Current))
        {
            var names = new List<Token>();
            do
            {
                if (Current.Kind is not (TokenKind.Upper or TokenKind.Lower) || Current.Is("FROM"))
                {
                    throw Expected("the name of something to import");
                }

                names.Add(Current);
                _at++;
                if (Accept("{"))
                {
                    Expect("}");
                }
            }
            while (Accept(","));
            if (!Accept("FROM"))
            {
                throw Expected($"',' or FROM behind '{names[names.Count - 1].Text}'");
            }

            module.Imports.Add(new ImportNode(names, Expect(TokenKind.Upper, "the name of a module")));
            SkipModuleIdentifier();
        }

        Expect(";");
    }

    private void SkipModuleIdentifier()
    {
        if (Current.Is("{"))
        {
            ReadBraces();
        }

        if (Accept("WITH"))
        {
            if (!Accept("SUCCESSORS"))
            {
                Expect("DESCENDANTS");
            }
        }
    }

    private AssignmentNode ReadAssignment()
    {
        var name = Current;
        if (name.Kind is not (TokenKind.Upper or TokenKind.Lower))
        {
            throw Expected("an assignment (a name, then ::=) or END");
        }

        _at++;
        var assignment = new AssignmentNode(name.Text, name.Place);
        if (Current.Is("{"))
        {
            ReadParameters(assignment);
        }

        if (name.Kind == TokenKind.Lower)
        {
            ReadValueAssignment(assignment);
        }
        else if (Accept("::="))
        {
            ReadTypeAssignment(assignment);
        }
        else
        {
            assignment.Type = ReadType();
            Expect("::=");
            assignment.Set = ReadObjectSet();
        }

        return assignment;
    }

    private void ReadTypeAssignment(AssignmentNode assignment)
    {
        if (Current.Is("CLASS"))
        {
            assignment.Class = ReadClass();
        }
        else
        {
            assignment.Type = ReadType();
        }
    }

    private void ReadValueAssignment(AssignmentNode assignment)
    {
        assignment.Type = ReadType();
        Expect("::=");
        var start = _at;
        assignment.Value = ReadValue();
        if (assignment.Value.Kind == ValueKind.Braces)
        {
            assignment.Object = [.. tokens.Skip(start).Take(_at - start)];
        }
    }

    private void ReadParameters(AssignmentNode assignment)
    {
        Expect("{");
        do
        {
            var first = Current;
            _at++;
            if (Accept(":"))
            {
                first = Current;
                _at++;
            }

            if (first.Kind is not (TokenKind.Upper or TokenKind.Lower))
            {
                throw new CompileException(first.Place, $"The name of a dummy parameter was expected; found {first}.");
            }

            assignment.Parameters.Add(new ParameterNode(first.Text, first.Place));
        }
        while (Accept(","));
        Expect("}");
    }

    /// <summary>Reads from a brace to the one that closes it, both included.</summary>
    private List<Token> ReadBraces()
    {
        var open = Current;
        Expect("{");
        var items = new List<Token> { open };
        for (var depth = 1; depth > 0; _at++)
        {
            if (Current.Kind == TokenKind.End)
            {
                throw new CompileException(open.Place, "The brace that opens here is not closed.");
            }

            depth += Current.Is("{") ? 1 : Current.Is("}") ? -1 : 0;
            items.Add(Current);
        }

        return items;
    }

    private void SkipTo(string symbol)
    {
        while (!Accept(symbol))
        {
            if (Current.Kind == TokenKind.End)
            {
                throw Expected($"'{symbol}'");
            }

            _at++;
        }
    }

    private Token Expect(TokenKind kind, string what)
    {
        if (Current.Kind != kind)
        {
            throw Expected(what);
        }

        return tokens[_at++];
    }

    private void Expect(string text)
    {
        if (!Accept(text))
        {
            throw Expected($"'{text}'");
        }
    }

    private CompileException Expected(string what) => new(Current.Place, $"Expected {what}; found {Current}.");
}
