using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace HilBench.Reports.Html;

/// <summary>
/// The page's own words in one language. English text is its own key, as in message catalogues; a translation is a file in <c>Texts/</c>.
/// What the record carries as sentences (reasons, findings, rules) is shown as it is.
/// </summary>
public sealed class Words
{
    private readonly FrozenDictionary<string, string> _texts;

    private Words(string language, FrozenDictionary<string, string> texts) => (Language, _texts) = (language, texts);

    /// <summary>English: every text as it is written in the components.</summary>
    public static Words English { get; } = new("en", FrozenDictionary<string, string>.Empty);

    /// <summary>Simplified Chinese.</summary>
    public static Words Chinese { get; } = new("zh", Read("zh.json"));

    /// <summary>Language tag, BCP 47: <c>en</c>, <c>zh</c>.</summary>
    public string Language { get; }

    /// <summary>All texts that the language translates.</summary>
    internal IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>A text; the English one where the language has none.</summary>
    public string this[string english] => _texts.GetValueOrDefault(english, english);

    /// <summary>A text with values in its places <c>{0}</c>, <c>{1}</c> ….</summary>
    public string this[string english, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[english], values);

    private static FrozenDictionary<string, string> Read(string name)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly; see HilBench.Reports.csproj.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
