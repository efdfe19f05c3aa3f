using System.Diagnostics;
using System.Text.RegularExpressions;
using HilBench.Cli.Printing;

namespace HilBench.Benchmarks.Load;

/// <summary>How long Chromium is busy with a report, told by a page around it.</summary>
internal static class BrowserFigures
{
    /// <summary>One row: elements, and milliseconds to open it, to filter the clause table, to search the longest list of findings the first time and again, to turn a page of it, to open all details.</summary>
    /// <param name="name">Name of the row.</param>
    /// <param name="report">The report.</param>
    public static string Row(string name, string report)
    {
        if (ChromiumPrinter.Find() is not { } browser)
        {
            return $"{name,-34}no Chromium: apt-get install chromium";
        }

        var profile = Directory.CreateTempSubdirectory("hilbench-chromium-");
        try
        {
            var around = Path.Combine(profile.FullName, "around.html");
            File.WriteAllText(around, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "load", "around.html")).Replace("REPORT", new Uri(report).AbsoluteUri, StringComparison.Ordinal));
            var figures = Regex.Match(Dump(browser, profile.FullName, around), "<title>figures (?<numbers>[0-9. -]+)</title>", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["numbers"].Value.Split(' ');
            return figures.Length == 7
                ? $"{name,-34}{figures[0],10}{figures[1],9}{figures[2],9}{figures[3],8}{figures[4],8}{figures[5],8}{figures[6],10}"
                : throw new InvalidOperationException($"Chromium told no figures of {report}.");
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    private static string Dump(string browser, string profile, string page)
    {
        string[] sandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        using var process = Process.Start(new ProcessStartInfo(
            browser,
            ["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--allow-file-access-from-files", .. sandbox, $"--user-data-dir={profile}", "--dump-dom", new Uri(page).AbsoluteUri])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        var dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return dom;
    }
}
