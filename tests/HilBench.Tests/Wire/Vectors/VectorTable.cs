namespace HilBench.Tests.Wire.Vectors;

/// <summary>Prints how many vectors of each message agree.</summary>
internal static class VectorTable
{
    public static void Print(IReadOnlyList<VectorResult> results)
    {
        TestContext.Out.WriteLine($"{"message",-44} {"vectors",8} {"decoded",8} {"compared",8} {"equal",8} {"same bits",10}");
        foreach (var group in results.GroupBy(result => result.Vector.Message, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print(group.Key, [.. group]);
        }

        Print("all", results);
    }

    private static void Print(string name, IReadOnlyList<VectorResult> results) => TestContext.Out.WriteLine(
        $"{name,-44} {results.Count,8} {results.Count(result => result.Decoding is not null),8} {results.Count(result => result.Vector.IsXer),8} {results.Count(result => result.IsEqual && result.Vector.IsXer),8} {results.Count(result => result.IsSameOctets),10}");
}
