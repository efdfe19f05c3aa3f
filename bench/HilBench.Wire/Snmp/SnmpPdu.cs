using System.Collections.Immutable;
using System.Formats.Asn1;

namespace HilBench.Wire.Snmp;

/// <summary>A protocol data unit (RFC 3416 3; RFC 1157 4.1 for SNMPv1).</summary>
/// <param name="Kind">What it asks or tells.</param>
/// <param name="RequestId">Ties a response to its request; 0 in a trap of SNMPv1.</param>
/// <param name="Bindings">Its bindings.</param>
public sealed record SnmpPdu(PduKind Kind, int RequestId, ImmutableArray<VariableBinding> Bindings)
{
    /// <summary>Of a response, the error.</summary>
    public SnmpError Error { get; init; }

    /// <summary>Of a response, the number of the binding that has the error, from 1; 0 when none has it.</summary>
    public int ErrorIndex { get; init; }

    /// <summary>Of GetBulk, how many bindings ask for one name only; 0 or more.</summary>
    public int NonRepeaters { get; init; }

    /// <summary>Of GetBulk, how many names each of the other bindings asks for; 0 or more.</summary>
    public int MaxRepetitions { get; init; }

    /// <summary>What a trap of SNMPv1 says before its bindings; null in everything else.</summary>
    public TrapHead? Trap { get; init; }

    /// <summary>Octets that a binding takes in a message.</summary>
    public static int LengthOf(VariableBinding binding) => BindingCodec.LengthOf(binding);

    internal static SnmpPdu Read(ref BerReader reader)
    {
        var kind = (PduKind)reader.Tag;
        if (!Enum.IsDefined(kind))
        {
            reader.Fail(reader.AtEnd ? "the message ends where a PDU is expected" : $"found tag 0x{reader.Tag:X2}, expected a PDU (0xA0 to 0xA8)");
            return new SnmpPdu(PduKind.Get, 0, []);
        }

        var pdu = reader.Enter((byte)kind, "a PDU");
        if (kind == PduKind.TrapV1)
        {
            var head = ReadTrapHead(ref pdu);
            return new SnmpPdu(kind, 0, BindingCodec.ReadList(ref pdu)) { Trap = head };
        }

        var requestId = pdu.Integer("the request id", int.MinValue, int.MaxValue);
        var status = pdu.Integer(kind == PduKind.GetBulk ? "non-repeaters" : "the error status", int.MinValue, int.MaxValue);
        var index = pdu.Integer(kind == PduKind.GetBulk ? "max-repetitions" : "the error index", int.MinValue, int.MaxValue);
        var result = new SnmpPdu(kind, requestId, BindingCodec.ReadList(ref pdu));
        return kind == PduKind.GetBulk
            ? result with { NonRepeaters = Math.Max(status, 0), MaxRepetitions = Math.Max(index, 0) } // RFC 3416 4.2.3: less than zero is zero.
            : result with { Error = (SnmpError)status, ErrorIndex = index };
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, (int)Kind & 0x1F, isConstructed: true)))
        {
            if (Kind == PduKind.TrapV1)
            {
                WriteTrapHead(writer, Trap ?? throw new InvalidOperationException("A trap of SNMPv1 needs what it says before its bindings."));
            }
            else
            {
                writer.WriteInteger(RequestId);
                writer.WriteInteger(Kind == PduKind.GetBulk ? NonRepeaters : (int)Error);
                writer.WriteInteger(Kind == PduKind.GetBulk ? MaxRepetitions : ErrorIndex);
            }

            BindingCodec.WriteList(writer, Bindings);
        }
    }

    private static TrapHead ReadTrapHead(ref BerReader reader)
    {
        var enterprise = BindingCodec.ReadName(ref reader, "the enterprise");
        var address = reader.Read((byte)SnmpSyntax.IpAddress, "the agent's address");
        var generic = reader.Integer("the generic trap", 0, int.MaxValue);
        var specific = reader.Integer("the specific trap", int.MinValue, int.MaxValue);
        var place = reader;
        var time = BerReader.Unsigned(reader.Read((byte)SnmpSyntax.TimeTicks, "the time stamp"), 4);
        if (address.Length != 4 || time is null)
        {
            place.Fail("a trap's agent address has 4 octets and its time stamp 1 to 4");
        }

        return new TrapHead(enterprise, [.. address], generic, specific, (uint)(time ?? 0));
    }

    private static void WriteTrapHead(AsnWriter writer, TrapHead trap)
    {
        BindingCodec.WriteName(writer, trap.Enterprise);
        writer.WriteOctetString(trap.AgentAddress.AsSpan(), new Asn1Tag(TagClass.Application, 0));
        writer.WriteInteger(trap.Generic);
        writer.WriteInteger(trap.Specific);
        writer.WriteInteger((long)trap.TimeStamp, new Asn1Tag(TagClass.Application, 3));
    }
}
