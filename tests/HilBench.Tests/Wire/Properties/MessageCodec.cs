using HilBench.Asn1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>A top-level type and what its generated codec does.</summary>
/// <param name="Name">Schema, type and encoding.</param>
/// <param name="Decode">Decodes silently.</param>
/// <param name="Explain">Decodes with an explanation.</param>
/// <param name="Encode">Encodes to a new array.</param>
/// <param name="EncodeInto">Encodes into a buffer.</param>
internal sealed record MessageCodec(
    string Name, Func<byte[], DecodedValue> Decode, Func<byte[], DecodedValue> Explain, Func<object, byte[]> Encode, Func<object, byte[], int> EncodeInto)
{
    /// <summary>The UPER codec of a generated record.</summary>
    public static MessageCodec Uper<T>(params T[] seeds)
        where T : IUperType<T> => new(
            $"{Short(typeof(T))}, UPER",
            octets => DecodedValue.Of(UperDecoding.Decode<T>(octets)),
            octets => DecodedValue.Of(UperDecoding.Decode<T>(octets, new DecodeTree())),
            value => ((T)value).Encode(),
            (value, buffer) => ((T)value).Encode(buffer))
        {
            Seeds = [.. seeds.Cast<object>()],
        };

    /// <summary>Values to begin with; none where random bits are as good.</summary>
    public IReadOnlyList<object> Seeds { get; init; } = [];

    /// <summary>The COER codec of a generated record.</summary>
    public static MessageCodec Oer<T>(params T[] seeds)
        where T : IOerType<T> => new(
            $"{Short(typeof(T))}, COER",
            octets => DecodedValue.Of(OerDecoding.Decode<T>(octets)),
            octets => DecodedValue.Of(OerDecoding.Decode<T>(octets, new DecodeTree())),
            value => ((T)value).EncodeOer(),
            (value, buffer) => ((T)value).EncodeOer(buffer))
        {
            Seeds = [.. seeds.Cast<object>()],
        };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Short(Type type) => type.FullName!.Replace("HilBench.Wire.", string.Empty, StringComparison.Ordinal);
}
