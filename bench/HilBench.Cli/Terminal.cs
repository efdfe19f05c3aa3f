namespace HilBench.Cli;

/// <summary>What a command reads from and writes to.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: results only, so that it can be piped.</param>
/// <param name="Error">Standard error: progress and messages.</param>
internal sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error)
{
    private const int WidthOfFiles = 120;

    /// <summary>Columns that a table may take.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>True when a person watches standard error: progress is drawn in place instead of written line by line.</summary>
    public bool Watched { get; init; }

    /// <summary>True when standard output goes to a screen that shows colours.</summary>
    public bool Coloured { get; init; }

    /// <summary>The time of day, for the names of folders and the pace of progress lines.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var machine = IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(Console.In, Console.Out, Console.Error)
        {
            Width = Console.IsOutputRedirected ? WidthOfFiles : Math.Clamp(Console.WindowWidth, 60, 160),
            Watched = !Console.IsErrorRedirected && !machine,
            Coloured = !Console.IsOutputRedirected && !machine && !IsSet("NO_COLOR"),
        };
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
