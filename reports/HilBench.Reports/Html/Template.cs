using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace HilBench.Reports.Html;

/// <summary>The style sheet and the script, files of their own in Templates/, carried in the assembly and put into the page as they are.</summary>
internal static class Template
{
    private static readonly string Script = Read("report.js") + Read("timeline.js");

    /// <summary>The style sheet.</summary>
    public static string StyleSheet { get; } = Read("report.css");

    /// <summary>The style element.</summary>
    public static MarkupString StyleElement { get; } = new($"<style>\n{StyleSheet}</style>");

    /// <summary>The script element. Without it everything but "open all" works.</summary>
    public static MarkupString ScriptElement { get; } = new($"<script>{Script}</script>");

    // CSP Level 3, 2.3.1: a script runs only when its digest is named here; nothing may be fetched from anywhere.
    /// <summary>The page's content security policy.</summary>
    public static string Policy { get; } = PolicyOf(Script);

    /// <summary>The content security policy of a page with one script.</summary>
    public static string PolicyOf(string script) =>
        $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'; "
        + "base-uri 'none'; form-action 'none'";

    /// <summary>A file of Templates/, with LF line ends.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly; see HilBench.Reports.csproj.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
