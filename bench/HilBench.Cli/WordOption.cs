using System.CommandLine;
using System.CommandLine.Parsing;

namespace HilBench.Cli;

/// <summary>An option whose value is one of a few words.</summary>
internal static class WordOption
{
    /// <summary>Makes the option; the first word is the default.</summary>
    /// <typeparam name="T">What the words mean.</typeparam>
    /// <param name="name">Name with dashes.</param>
    /// <param name="description">What it selects.</param>
    /// <param name="words">The words.</param>
    public static Option<T> Create<T>(string name, string description, params (string Word, T Value)[] words)
    {
        var option = new Option<T>(name)
        {
            Description = $"{description} Default: {words[0].Word}.",
            HelpName = string.Join('|', words.Select(known => known.Word)),
            CustomParser = result => Parse(result, name, words),
        };
        if (!EqualityComparer<T>.Default.Equals(words[0].Value, default))
        {
            option.DefaultValueFactory = _ => words[0].Value;
        }

        option.CompletionSources.Add([.. words.Select(known => known.Word)]);
        return option;
    }

    private static T? Parse<T>(ArgumentResult result, string name, (string Word, T Value)[] words)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        var hint = NearestWord.Hint(text, words.Select(known => known.Word));
        result.AddError($"{name}: expected one of {string.Join(", ", words.Select(known => known.Word))}, found '{text}'{hint}");
        return default;
    }
}
