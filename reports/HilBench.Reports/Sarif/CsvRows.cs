using System.Collections.Immutable;

namespace HilBench.Reports.Sarif;

/// <summary>Where the rows of a CSV file are.</summary>
internal static class CsvRows
{
    /// <summary>The place of each row behind the header. A quoted field may hold line ends.</summary>
    /// <param name="text">The file: RFC 4180, lines end in LF, the last one too.</param>
    public static ImmutableArray<TextSpan> Find(string text)
    {
        var rows = ImmutableArray.CreateBuilder<TextSpan>();
        var (line, lineStart, rowLine, quoted) = (1, 0, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] != '\n')
            {
                continue;
            }

            if (!quoted)
            {
                rows.Add(new TextSpan(rowLine, 1, line, i - lineStart + 1));
                rowLine = line + 1;
            }

            line++;
            lineStart = i + 1;
        }

        return [.. rows.Skip(1)];
    }
}
