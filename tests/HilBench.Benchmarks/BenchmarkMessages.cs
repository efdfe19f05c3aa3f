namespace HilBench.Benchmarks;

/// <summary>The messages of <c>fixtures/messages/codec.hex</c>.</summary>
internal static class BenchmarkMessages
{
    /// <summary>Octets by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Read() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "codec.hex"))
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => Convert.FromHexString(parts[1]), StringComparer.Ordinal);
}
