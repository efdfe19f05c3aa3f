namespace HilBench.Inputs;

/// <summary>The keys that one kind of mapping in an input file may have; the JSON Schema of the file says the same.</summary>
/// <param name="Schema">Name under <c>$defs</c> of the JSON Schema; empty for the top of the file.</param>
/// <param name="Required">Keys that must be there.</param>
/// <param name="Optional">Keys that may be there.</param>
internal sealed record KeySet(string Schema, string[] Required, string[] Optional)
{
    /// <summary>All keys, in the order in which they are best written.</summary>
    public IEnumerable<string> All => Required.Concat(Optional);

    /// <summary>The known key that looks most like a misspelt one; null when none is near.</summary>
    /// <param name="unknown">The key found.</param>
    public string? Nearest(string unknown) =>
        All.Select(key => (Key: key, Distance: Spelling.Distance(key, unknown)))
            .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Key.Length / 3))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Key)
            .FirstOrDefault();
}
