namespace HilBench.Cli.Decoding;

/// <summary>Where the messages to decode come from: the argument itself, a file, or standard input.</summary>
internal static class HexSource
{
    private const string StandardInput = "-";

    /// <summary>Whether the argument names a list of messages, not one message.</summary>
    public static bool IsList(string argument) => argument == StandardInput || File.Exists(argument);

    /// <summary>The messages, read as they are asked for.</summary>
    /// <param name="argument">Hexadecimal, a file, or <c>-</c>.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="UsageException">It is none of these.</exception>
    public static IEnumerable<HexLine> Read(string argument, TextReader input)
    {
        if (argument == StandardInput)
        {
            return Lines("standard input", input);
        }

        if (File.Exists(argument))
        {
            return FileLines(argument);
        }

        var line = HexLine.Read("argument", argument);
        return line.Fault is null && !HexLine.IsBlank(argument)
            ? [line]
            : throw new UsageException($"'{argument}' is neither a file nor hexadecimal ({line.Fault ?? "it is empty"})");
    }

    private static IEnumerable<HexLine> FileLines(string file)
    {
        using var reader = new StreamReader(file);
        foreach (var line in Lines(file, reader))
        {
            yield return line;
        }
    }

    private static IEnumerable<HexLine> Lines(string name, TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (!HexLine.IsBlank(text))
            {
                yield return HexLine.Read(FormattableString.Invariant($"{name}:{number}"), text);
            }
        }
    }
}
