using System.Diagnostics.CodeAnalysis;
using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.GeoNetworking;

/// <summary>
/// A GeoNetworking packet of version 1 as it stands on the wire (ETSI EN 302 636-4-1 V1.4.1 9.2): its headers with every reserved bit and unknown number.
/// What was read is written back with the same octets.
/// </summary>
public sealed record GeoNetworkingPdu
{
    /// <summary>Octets of the basic header.</summary>
    public const int BasicHeaderLength = 4;

    /// <summary>Octets of the common header.</summary>
    public const int CommonHeaderLength = 8;

    private const int SupportedVersion = 1;
    private const int CommonHeader = NextAfterBasicValues.CommonHeader;

    /// <summary>The basic header (9.6).</summary>
    public required BasicHeader Basic { get; init; }

    /// <summary>The common header (9.7); null when the basic header names another one: in a secured packet it stands inside the secured data.</summary>
    public CommonHeader? Common { get; init; }

    /// <summary>The extended header (9.8), of the type that the common header names; null without a common header and for a type that the standard does not have.</summary>
    public IUperType? Extended { get; init; }

    /// <summary>
    /// What follows the headers: the payload of a packet, the IEEE 1609.2 data of a secured one, all that there is behind a header that is not known.
    /// Compared by reference.
    /// </summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>
    /// What departs from the standard and does not keep the packet from being read: reserved bits and hop limits. A path begins with <c>basic</c>,
    /// <c>common</c> or <c>extended</c>; bits count from the first octet of that header.
    /// </summary>
    public IReadOnlyList<Violation> Deviations => GeoNetworkingDeviations.Of(this);

    /// <summary>Reads a packet from its basic header on.</summary>
    /// <param name="octets">The packet. Octets behind the length that the common header says (padding of the link) are ignored.</param>
    /// <param name="pdu">The packet; its payload is a view of the input.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out GeoNetworkingPdu? pdu, [NotNullWhen(false)] out WireError? error)
    {
        pdu = null;
        error = null;
        if (octets.Length < BasicHeaderLength)
        {
            error = new WireError($"a basic header has {BasicHeaderLength} octets, {octets.Length} are there", octets.Length);
            return false;
        }

        var basic = UperDecoding.Decode<BasicHeader>(octets.Span[..BasicHeaderLength]).Value;
        if (basic.Version != SupportedVersion)
        {
            error = new WireError($"version {basic.Version}, expected {SupportedVersion}", 0);
            return false;
        }

        return TryParse(basic, octets[BasicHeaderLength..], out pdu, out error);
    }

    /// <summary>Reads a packet from behind its basic header: also what the secured data of a packet carries (9.4), with a basic header that names the common one.</summary>
    /// <param name="basic">The basic header.</param>
    /// <param name="octets">What follows it.</param>
    /// <param name="pdu">The packet; its payload is a view of the input.</param>
    /// <param name="error">Why it is none; offsets count from the basic header.</param>
    public static bool TryParse(BasicHeader basic, ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out GeoNetworkingPdu? pdu, [NotNullWhen(false)] out WireError? error)
    {
        ArgumentNullException.ThrowIfNull(basic);
        error = null;
        pdu = null;
        if (basic.NextHeader != CommonHeader)
        {
            pdu = new GeoNetworkingPdu { Basic = basic, Payload = octets };
            return true;
        }

        if (octets.Length < CommonHeaderLength)
        {
            error = new WireError($"a common header has {CommonHeaderLength} octets, {octets.Length} follow", BasicHeaderLength + octets.Length);
            return false;
        }

        var common = UperDecoding.Decode<CommonHeader>(octets.Span[..CommonHeaderLength]).Value;
        var rest = octets[CommonHeaderLength..];
        if (ExtendedHeader.LengthOf(common.HeaderType) is not { } length)
        {
            pdu = new GeoNetworkingPdu { Basic = basic, Common = common, Payload = rest };
            return true;
        }

        if (rest.Length < length + common.PayloadLength)
        {
            error = new WireError(
                $"the header of type {common.HeaderType} has {length} octets and the payload {common.PayloadLength}; {rest.Length} follow",
                BasicHeaderLength + (rest.Length < length ? 1 : 4));
            return false;
        }

        var extended = ExtendedHeader.Read(common.HeaderType, rest.Span[..length]);
        pdu = new GeoNetworkingPdu { Basic = basic, Common = common, Extended = extended, Payload = rest.Slice(length, common.PayloadLength) };
        return true;
    }

    /// <summary>The packet's octets. The headers say what they say: nothing is computed.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public byte[] Encode() => [.. Basic.Encode(), .. Common?.Encode() ?? [], .. Extended?.Encode() ?? [], .. Payload.Span];
}
