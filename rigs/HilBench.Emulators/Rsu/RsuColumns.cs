using System.Net;
using System.Text;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>Columns that the tables of both MIBs have, and how their values are read.</summary>
/// <param name="quirks">The unit's personalities.</param>
internal sealed class RsuColumns(RsuQuirks quirks)
{
    /// <summary>Most octets of a payload.</summary>
    public const int GreatestPayload = 2302;

    /// <summary>Least and greatest signal level that a row can ask for, dBm.</summary>
    public const int LeastLevel = -100, GreatestLevel = -60;

    /// <summary>A PSID of 1 to 4 octets.</summary>
    public TableColumn Psid(uint number) =>
        TableColumn.OctetString(number, 1, 4, octets => quirks.TryReadPsid(octets.Span, out _)) with
        {
            Shown = value => SnmpValue.OctetString(PsidOctets.Encode(ReadPsid(value.Octets), quirks.PsidReads)),
        };

    /// <summary>A payload.</summary>
    public static TableColumn Payload(uint number) => TableColumn.OctetString(number, 0, GreatestPayload, _ => true);

    /// <summary>A time of six octets, or none.</summary>
    public static TableColumn Minutes(uint number) =>
        TableColumn.OctetString(number, 0, DateAndTime.MinutesLength, IsTime(0, DateAndTime.MinutesLength)) with { Default = SnmpValue.OctetString([]) };

    /// <summary>A DateAndTime; zeros only for no limit.</summary>
    public static TableColumn Time(uint number) =>
        TableColumn.OctetString(number, DateAndTime.Length, 11, IsTime(DateAndTime.Length, 11)) with
        {
            Default = SnmpValue.OctetString(new byte[DateAndTime.Length]),
        };

    /// <summary>An address as text.</summary>
    public static TableColumn AddressText(uint number) =>
        TableColumn.OctetString(number, 0, 64, octets => IPAddress.TryParse(Encoding.ASCII.GetString(octets.Span), out _));

    /// <summary>An address of sixteen octets.</summary>
    public static TableColumn Address(uint number) => TableColumn.OctetString(number, 16, 16, _ => true);

    /// <summary>Reads a PSID that was checked.</summary>
    public Psid ReadPsid(ReadOnlySpan<byte> octets) => quirks.TryReadPsid(octets, out var psid) ? psid : default;

    /// <summary>Reads the times of a row.</summary>
    public DeliveryWindow ReadWindow(TableRow row, uint start, uint stop) => new(ReadTime(row.Octets(start)), ReadTime(row.Octets(stop)));

    /// <summary>Reads an address of sixteen octets: IPv6, or an IPv4 one within.</summary>
    public IPAddress ReadAddress(byte[] octets)
    {
        if (quirks.Ipv4InFront && !octets.AsSpan(4).ContainsAnyExcept((byte)0))
        {
            return new IPAddress(octets.AsSpan(0, 4));
        }

        // RFC 4291 2.5.5: the two embeddings of an IPv4 address, the older without FFFF.
        var embedded = !octets.AsSpan(0, 10).ContainsAnyExcept((byte)0) && octets[10] == octets[11] && octets[10] is 0 or 0xFF;
        return embedded ? new IPAddress(octets.AsSpan(12)) : new IPAddress(octets);
    }

    private DateTimeOffset? ReadTime(byte[] octets) => DateAndTime.TryRead(octets, quirks.DeliveryOffset, out var time) ? time : null;

    private static Func<ReadOnlyMemory<byte>, bool> IsTime(int one, int other) =>
        octets => (octets.Length == one || octets.Length == other) && DateAndTime.TryRead(octets.Span, TimeSpan.Zero, out _);
}
