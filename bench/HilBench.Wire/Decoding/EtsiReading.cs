using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>An ETSI message read with the modules of one release.</summary>
/// <param name="Release">Name of the release.</param>
/// <param name="Tree">The fields, as far as they could be read.</param>
/// <param name="Violations">The constraints that it breaks.</param>
/// <param name="Fault">Why it could not be read to its end; null when it was.</param>
internal sealed record EtsiReading(string Release, DecodeNode? Tree, IReadOnlyList<Violation> Violations, MessageFault? Fault)
{
    /// <summary>Reads a message.</summary>
    public static EtsiReading Of<T>(string release, ReadOnlyMemory<byte> octets)
        where T : IUperType<T>
    {
        var tree = new DecodeTree();
        try
        {
            var violations = UperDecoding.Decode<T>(octets.Span, tree).Violations;
            return new EtsiReading(release, tree.Root, violations, Fault: null);
        }
        catch (Asn1ContentException fault)
        {
            return new EtsiReading(release, tree.Root, [], new MessageFault(release, fault.Path, fault.BitOffset, fault.Reason));
        }
    }
}
