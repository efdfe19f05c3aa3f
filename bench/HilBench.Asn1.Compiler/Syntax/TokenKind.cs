namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>Kinds of lexical items (X.680 clause 12).</summary>
internal enum TokenKind
{
    /// <summary>Begins with an upper-case letter: type, module, class, or a reserved word.</summary>
    Upper,

    /// <summary>Begins with a lower-case letter: identifier or value reference.</summary>
    Lower,

    /// <summary>A field of a class, with its ampersand.</summary>
    Field,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>A character string, without its quotes.</summary>
    Text,

    /// <summary>A bstring, without its quotes.</summary>
    Bits,

    /// <summary>An hstring, without its quotes.</summary>
    Hexadecimal,

    /// <summary>Anything else.</summary>
    Symbol,

    /// <summary>Behind the last item.</summary>
    End,
}
