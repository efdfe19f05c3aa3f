namespace HilBench.Benchmarks.Asn1c;

/// <summary>What asn1c's codec made of a message.</summary>
/// <param name="Encoded">The message encoded again; null when it was refused.</param>
/// <param name="Xer">The message in XER; empty when it was refused.</param>
internal sealed record Asn1cAnswer(byte[]? Encoded, string Xer)
{
    /// <summary>Reads a line of the driver.</summary>
    public static Asn1cAnswer Parse(string line) => line.Split('\t', 2) is [var octets, var xer]
        ? new Asn1cAnswer(Convert.FromHexString(octets), xer)
        : new Asn1cAnswer(null, string.Empty);
}
