using System.CommandLine;

namespace HilBench.Cli.Printing;

/// <summary>The options of the commands that write reports: language, and whether a PDF is printed.</summary>
internal sealed class PageOptions
{
    private readonly Option<bool> _chinese = WordOption.Create("--lang", "Language of the report that is named and printed; both are written.", ("en", false), ("zh", true));
    private readonly Option<bool> _pdf = new("--pdf") { Description = "Print the report to PDF too, by an installed Chromium." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_chinese);
        command.Add(_pdf);
    }

    /// <summary>Path of the report in the language that was asked for.</summary>
    public string Page(ParseResult parse, string folder) => Path.Combine(folder, Name(parse) + ".html");

    /// <summary>Prints the PDF beside the reports when it was asked for. Without a Chromium that is said in one line, and nothing else changes.</summary>
    /// <returns>Path of the PDF; null when none was printed.</returns>
    public string? Print(ParseResult parse, string folder, Terminal terminal)
    {
        if (!parse.GetValue(_pdf))
        {
            return null;
        }

        if (ChromiumPrinter.Find() is not { } browser)
        {
            terminal.Error.WriteLine(ChromiumPrinter.Missing);
            return null;
        }

        var pdf = Path.Combine(folder, Name(parse) + ".pdf");
        ChromiumPrinter.Print(browser, Page(parse, folder), pdf);
        return pdf;
    }

    private string Name(ParseResult parse) => parse.GetValue(_chinese) ? "report.zh" : "report";
}
