namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A lexical item.</summary>
internal sealed record Token(TokenKind Kind, string Text, Place Place)
{
    public bool Is(string text) => Text == text && Kind is not (TokenKind.Text or TokenKind.Bits or TokenKind.Hexadecimal);

    public override string ToString() => Kind == TokenKind.End ? "the end of the file" : $"'{Text}'";
}
