using System.Globalization;
using System.Numerics;

namespace HilBench.Asn1.Compiler.Syntax;

internal sealed partial class Parser
{
    public ValueNode ReadValue()
    {
        var token = Current;
        if (token.Is("{"))
        {
            return ReadBraceValue();
        }

        _at++;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Number(token, token.Text);
            case TokenKind.Text:
                return Simple(ValueKind.Text, token);
            case TokenKind.Bits:
                return Simple(ValueKind.Bits, token);
            case TokenKind.Hexadecimal:
                return Simple(ValueKind.Hexadecimal, token);
            case TokenKind.Lower:
                return Simple(ValueKind.Reference, token);
            case TokenKind.Symbol when token.Text == "-":
                return Number(token, "-" + Expect(TokenKind.Number, "a number behind the minus sign").Text);
        }

        switch (token.Text)
        {
            case "TRUE" or "FALSE":
                return Simple(ValueKind.Boolean, token);
            case "NULL":
                return Simple(ValueKind.Null, token);
            case "MIN":
                return Simple(ValueKind.Minimum, token);
            case "MAX":
                return Simple(ValueKind.Maximum, token);
        }

        if (token.Kind == TokenKind.Upper && Accept("."))
        {
            return Simple(ValueKind.Reference, Expect(TokenKind.Lower, "a value behind the dot"));
        }

        _at--;
        throw Expected("a value");
    }

    private static ValueNode Simple(ValueKind kind, Token token) => new(kind, token.Place, token.Text, BigInteger.Zero);

    private ValueNode Number(Token token, string digits)
    {
        if (Current.Is(".") || Current.Is("e") || Current.Is("E"))
        {
            throw new CompileException(token.Place, "REAL values are not supported: no V2X message uses them.");
        }

        return new ValueNode(ValueKind.Number, token.Place, digits, BigInteger.Parse(digits, CultureInfo.InvariantCulture));
    }

    private ValueNode ReadBraceValue()
    {
        var items = ReadBraces();
        var names = items.Skip(1).Take(items.Count - 2).ToArray();
        var isNames = names.Where((token, i) => i % 2 == 0 ? token.Kind != TokenKind.Lower : !token.Is(",")).Any() == false
            && (names.Length == 0 || names.Length % 2 == 1);
        return new ValueNode(ValueKind.Braces, items[0].Place, "{}", BigInteger.Zero)
        {
            Names = isNames ? [.. names.Where((_, i) => i % 2 == 0)] : null,
        };
    }
}
