using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.J2735;

/// <summary>What our codec made of one vector.</summary>
/// <param name="Tree">The explained decoding.</param>
/// <param name="Value">The message.</param>
/// <param name="Violations">The constraints it breaks.</param>
/// <param name="Encoded">The message encoded again.</param>
internal sealed record VectorDecoding(DecodeNode Tree, IAsn1Type Value, IReadOnlyList<Violation> Violations, byte[] Encoded)
{
    private static readonly Dictionary<string, Func<byte[], VectorDecoding>> Bare = new(StringComparer.Ordinal)
    {
        ["BasicSafetyMessage"] = octets => Of<BasicSafetyMessage>(octets),
        ["MapData"] = octets => Of<MapData>(octets),
        ["SPAT"] = octets => Of<SPAT>(octets),
        ["VehicleSafetyExtensions"] = octets => Of<VehicleSafetyExtensions>(octets),
    };

    private static readonly string[] Framed = ["BSM", "MAP", "SPAT", "18", "19", "20"];

    /// <summary>Whether a vector is one of the messages that the schema holds, in a frame or bare.</summary>
    public static bool Covers(MessageVector vector) => vector.IsFramed ? Framed.Contains(vector.Kind) : Bare.ContainsKey(vector.Kind);

    /// <summary>Decodes and encodes a vector as its column <c>message</c> says.</summary>
    public static VectorDecoding Of(MessageVector vector) =>
        vector.IsFramed ? Of<MessageFrame>(vector.Octets) : Bare[vector.Kind](vector.Octets);

    private static VectorDecoding Of<T>(byte[] octets)
        where T : IUperType<T>
    {
        var tree = new DecodeTree();
        var explained = UperDecoding.Decode<T>(octets, tree);
        var silent = UperDecoding.Decode<T>(octets);
        Assert.That(silent, Is.EqualTo(explained), "the silent and the explaining decoding of one message");
        return new VectorDecoding(tree.Root!, silent.Value, silent.Violations, silent.Value.Encode());
    }
}
