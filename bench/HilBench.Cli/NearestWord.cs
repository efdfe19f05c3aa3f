using HilBench.Inputs;

namespace HilBench.Cli;

/// <summary>Guesses what a mistyped word was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>A hint to append to a message, for example <c> (did you mean 'certify'?)</c>; empty when no word is near.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="words">What is allowed.</param>
    public static string Hint(string text, IEnumerable<string> words)
    {
        var (word, distance) = words
            .Select(word => (Word: word, Distance: Spelling.Distance(text, word)))
            .DefaultIfEmpty((Word: string.Empty, Distance: int.MaxValue))
            .MinBy(near => near.Distance);
        return distance <= Math.Max(2, word.Length / 3) ? $" (did you mean '{word}'?)" : string.Empty;
    }
}
