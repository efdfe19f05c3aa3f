using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace HilBench.Wire.Snmp;

/// <summary>A protocol data unit of SNMPv3 and the context that it is about (RFC 3412 6.8).</summary>
/// <param name="ContextEngine">The engine whose objects are meant.</param>
/// <param name="ContextName">The context; most agents have the one without a name only.</param>
/// <param name="Pdu">What it carries.</param>
public sealed record ScopedPdu(EngineId ContextEngine, string ContextName, SnmpPdu Pdu)
{
    internal static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out ScopedPdu? scoped, [NotNullWhen(false)] out WireError? error)
    {
        scoped = null;
        var fault = new BerFault();
        var outer = new BerReader(octets, 0, fault);
        var reader = outer.Enter(BerReader.Sequence, "a scoped PDU");
        var engine = UsmMessage.ReadEngine(ref reader, "the context engine id");
        var context = System.Text.Encoding.UTF8.GetString(reader.OctetString("the context name"));
        var pdu = SnmpPdu.Read(ref reader);
        if (pdu.Kind == PduKind.TrapV1)
        {
            fault.Set("SNMPv3 has no trap of SNMPv1", 0);
        }

        error = fault.First;
        if (!fault.IsSet)
        {
            scoped = new ScopedPdu(engine, context, pdu);
        }

        return scoped is not null;
    }

    internal byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(ContextEngine.Octets);
            writer.WriteOctetString(System.Text.Encoding.UTF8.GetBytes(ContextName));
            Pdu.Write(writer);
        }

        return writer.Encode();
    }
}
