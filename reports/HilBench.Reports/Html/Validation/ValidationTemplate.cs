using Microsoft.AspNetCore.Components;

namespace HilBench.Reports.Html.Validation;

/// <summary>The style and the script of the validation page: the report's, and what the matrix needs besides.</summary>
internal static class ValidationTemplate
{
    private static readonly string Script = Template.Read("report.js") + Template.Read("matrix.js");

    /// <summary>The style element.</summary>
    public static MarkupString StyleElement { get; } = new($"<style>\n{Template.Read("report.css")}{Template.Read("validation.css")}</style>");

    /// <summary>The script element. Without it everything but the theme and the arrow keys works.</summary>
    public static MarkupString ScriptElement { get; } = new($"<script>{Script}</script>");

    /// <summary>The page's content security policy.</summary>
    public static string Policy { get; } = Template.PolicyOf(Script);
}
