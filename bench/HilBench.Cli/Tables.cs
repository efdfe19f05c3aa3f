using Spectre.Console;

namespace HilBench.Cli;

/// <summary>Writes tables to standard output: with colours on a screen, plain and always alike in a file.</summary>
internal static class Tables
{
    /// <summary>Writes a table without blank lines and blanks at the ends of lines.</summary>
    public static void Write(Table table, Terminal terminal)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.Coloured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.Coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            terminal.Output.WriteLine(line);
        }
    }
}
