using System.Text;

namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>Cuts an .asn file into lexical items (X.680 clause 12).</summary>
internal sealed class Lexer(string path, string text)
{
    private static readonly string[] LongSymbols = ["::=", "...", "..", "[[", "]]"];

    private int _at;
    private int _line;
    private int _lineStart;

    public static List<Token> Read(string path, string text)
    {
        var lexer = new Lexer(path, text);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[tokens.Count - 1].Kind != TokenKind.End);
        return tokens;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private Token Next()
    {
        SkipBlanks();
        if (_at >= text.Length)
        {
            return Make(TokenKind.End, 0, string.Empty);
        }

        var c = text[_at];
        if (IsLetter(c))
        {
            return Word(c is >= 'a' and <= 'z' ? TokenKind.Lower : TokenKind.Upper, 0);
        }

        if (c == '&' && IsLetter(Peek(1)))
        {
            return Word(TokenKind.Field, 1);
        }

        if (IsDigit(c))
        {
            var length = 1;
            while (IsDigit(Peek(length)))
            {
                length++;
            }

            return Make(TokenKind.Number, length, text.Substring(_at, length));
        }

        return c switch
        {
            '"' => CharacterString(),
            '\'' => BinaryString(),
            _ => Symbol(),
        };
    }

    private Token Word(TokenKind kind, int length)
    {
        while (IsLetter(Peek(length)) || IsDigit(Peek(length))
            || (Peek(length) == '-' && (IsLetter(Peek(length + 1)) || IsDigit(Peek(length + 1)))))
        {
            length++;
        }

        return Make(kind, length, text.Substring(_at, length));
    }

    private Token CharacterString()
    {
        var value = new StringBuilder();
        for (var length = 1; _at + length < text.Length; length++)
        {
            if (Peek(length) != '"')
            {
                value.Append(Peek(length));
            }
            else if (Peek(length + 1) == '"')
            {
                value.Append('"');
                length++;
            }
            else
            {
                return Make(TokenKind.Text, length + 1, value.ToString());
            }
        }

        throw new CompileException(PlaceOf(1), "The character string that begins here has no closing quote.");
    }

    private Token BinaryString()
    {
        var close = text.IndexOf('\'', _at + 1);
        var kind = close < 0 ? TokenKind.End : Peek(close + 1 - _at) switch
        {
            'B' => TokenKind.Bits,
            'H' => TokenKind.Hexadecimal,
            _ => TokenKind.End,
        };
        if (kind == TokenKind.End)
        {
            throw new CompileException(PlaceOf(1), "The string that begins here must end with 'B or 'H.");
        }

        var digits = string.Concat(text.Substring(_at + 1, close - _at - 1).Where(c => !char.IsWhiteSpace(c)));
        var allowed = kind == TokenKind.Bits ? "01" : "0123456789ABCDEF";
        if (digits.Any(c => allowed.IndexOf(c) < 0))
        {
            throw new CompileException(PlaceOf(close - _at + 2), $"This string may hold only the characters {allowed}.");
        }

        return Make(kind, close - _at + 2, digits);
    }

    private Token Symbol()
    {
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0)
            {
                return Make(TokenKind.Symbol, symbol.Length, symbol);
            }
        }

        var c = text[_at];
        if ("{}[](),;:|^<>@.!-&=*/".IndexOf(c) < 0)
        {
            throw new CompileException(PlaceOf(1), $"The character '{c}' has no place in ASN.1.");
        }

        return Make(TokenKind.Symbol, 1, c.ToString());
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                Step();
            }
            else if (text[_at] == '-' && Peek(1) == '-')
            {
                SkipLineComment();
            }
            else if (text[_at] == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return;
            }
        }
    }

    // X.680 12.6.3: a comment of two hyphens ends with the line or with the next two hyphens.
    private void SkipLineComment()
    {
        _at += 2;
        while (_at < text.Length && text[_at] is not ('\n' or '\r'))
        {
            if (text[_at] == '-' && Peek(1) == '-')
            {
                _at += 2;
                return;
            }

            _at++;
        }
    }

    // X.680 12.6.4: comments of this kind nest.
    private void SkipBlockComment()
    {
        var open = PlaceOf(2);
        var depth = 0;
        do
        {
            if (_at >= text.Length)
            {
                throw new CompileException(open, "The comment that begins here is not closed with */.");
            }

            var pair = (text[_at], Peek(1));
            depth += pair == ('/', '*') ? 1 : pair == ('*', '/') ? -1 : 0;
            if (pair is ('/', '*') or ('*', '/'))
            {
                _at++;
            }

            Step();
        }
        while (depth > 0);
    }

    private void Step()
    {
        if (text[_at] == '\n')
        {
            _line++;
            _lineStart = _at + 1;
        }

        _at++;
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private Place PlaceOf(int length) => new(path, _at, length, _line, _at - _lineStart);

    private Token Make(TokenKind kind, int length, string value)
    {
        var token = new Token(kind, value, PlaceOf(length));
        for (var i = 0; i < length; i++)
        {
            Step();
        }

        return token;
    }
}
