using System.Text.Json;

namespace HilBench.Reports.Sarif;

/// <summary>Text of others inside SARIF.</summary>
internal static class SarifText
{
    /// <summary>Letters of one text of a device at most; a message has a few of them.</summary>
    public const int Longest = 600;

    // SARIF 2.1.0 3.11.6: "[text](target)" in a message is a link. No device makes links.
    /// <summary>The text on one line, at most 600 characters, without links.</summary>
    public static string Of(string text) => PlainText.OneLine(text, Longest).Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>The text as a sentence: a full stop at its end.</summary>
    public static string Sentence(string text)
    {
        var line = Of(text).TrimEnd();
        return line is [.., '.' or '!' or '?'] ? line : $"{line}.";
    }

    /// <summary>Writes a member that is a message: an object with <c>text</c>.</summary>
    public static void WriteMessage(this Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A file name as a relative reference of RFC 3986: each part between slashes is percent-encoded.</summary>
    public static string Uri(string file) => string.Join('/', file.Split('/', '\\').Select(System.Uri.EscapeDataString));
}
