using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using HilBench.Reports;

namespace HilBench.Cli.Printing;

/// <summary>Prints a page to PDF by an installed Chromium without a window. Its profile is a temporary folder that is removed; it is given two minutes.</summary>
internal static class ChromiumPrinter
{
    /// <summary>What to say where there is no Chromium.</summary>
    public const string Missing = "no PDF: no Chromium was found on PATH; sudo apt-get install chromium, then hilbench report <run.json> --pdf (everything else was written)";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    // Chromium phones home on its first start; a report asks for nothing.
    private static readonly string[] Quiet =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-extensions", "--metrics-recording-only", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Path of the installed browser; null when there is none.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Prints a page.</summary>
    /// <param name="browser">Path of the browser.</param>
    /// <param name="page">The HTML file.</param>
    /// <param name="pdf">The PDF to write; replaced when it is there.</param>
    /// <exception cref="ReportException">The browser does not start, fails, or takes longer than two minutes.</exception>
    public static void Print(string browser, string page, string pdf)
    {
        var profile = Directory.CreateTempSubdirectory("hilbench-chromium-");
        var part = Path.Combine(profile.FullName, "report.pdf");
        try
        {
            string[] sandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
            Run(browser, [.. Quiet, .. sandbox, $"--user-data-dir={profile.FullName}", $"--print-to-pdf={part}", new Uri(Path.GetFullPath(page)).AbsoluteUri]);
            if (!File.Exists(part))
            {
                throw new ReportException($"{Path.GetFileName(pdf)}: {browser} ended without a PDF. Print {page} from a browser instead.");
            }

            File.Move(part, pdf, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new ReportException($"{pdf}: cannot be printed: {exception.Message.TrimEnd('.')}. Print {page} from a browser instead.", exception);
        }
        finally
        {
            Remove(profile);
        }
    }

    private static void Run(string browser, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new ReportException($"{browser} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new ReportException($"{browser} did not print within {Patience.TotalMinutes:0} minutes and was ended. Print the HTML report from a browser instead.");
        }

        _ = output.GetAwaiter().GetResult();
        var said = errors.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            var last = said.TrimEnd().Split('\n')[^1];
            throw new ReportException(string.Create(CultureInfo.InvariantCulture, $"{browser} ended with exit code {process.ExitCode}: {last}"));
        }
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Chromium's last helper may still hold a file of its profile: the system clears its temporary folder.
        }
    }
}
