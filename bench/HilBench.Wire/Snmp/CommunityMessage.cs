using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace HilBench.Wire.Snmp;

/// <summary>A message of SNMPv1 (RFC 1157 4) or SNMPv2c (RFC 1901 3).</summary>
/// <param name="Version">SNMPv1 or SNMPv2c.</param>
/// <param name="Community">The community's octets; a secret, and not printed.</param>
/// <param name="Pdu">What it carries.</param>
public sealed record CommunityMessage(SnmpVersion Version, ReadOnlyMemory<byte> Community, SnmpPdu Pdu)
{
    /// <summary>Reads a message.</summary>
    /// <param name="octets">The whole message.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out CommunityMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        message = null;
        var fault = new BerFault();
        var outer = new BerReader(octets, 0, fault);
        var reader = outer.Enter(BerReader.Sequence, "a message");
        var version = (SnmpVersion)reader.Integer("the version", (int)SnmpVersion.V1, (int)SnmpVersion.V2c);
        var community = reader.OctetString("the community").ToArray();
        var pdu = SnmpPdu.Read(ref reader);
        if (version == SnmpVersion.V1 ? pdu.Kind is PduKind.GetBulk or PduKind.Inform or PduKind.Trap or PduKind.Report : pdu.Kind == PduKind.TrapV1)
        {
            fault.Set($"{version} has no {pdu.Kind}", 0);
        }

        error = fault.First;
        if (!fault.IsSet)
        {
            message = new CommunityMessage(version, community, pdu);
        }

        return message is not null;
    }

    /// <summary>The message in octets.</summary>
    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger((int)Version);
            writer.WriteOctetString(Community.Span);
            Pdu.Write(writer);
        }

        return writer.Encode();
    }

    /// <summary>The message without its community.</summary>
    public override string ToString() => $"{Version} {Pdu.Kind} {Pdu.RequestId}";
}
