using System.Net;
using HilBench.Wire;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Rsu;

/// <summary>Values as one unit writes and reads them.</summary>
/// <param name="dialect">The unit's dialect.</param>
internal sealed class RsuValues(RsuDialect dialect)
{
    /// <summary>A PSID.</summary>
    public SnmpValue Psid(Psid psid) => SnmpValue.OctetString(PsidOctets.Encode(psid, dialect.PsidWrites));

    /// <summary>A flag, 1 for true.</summary>
    public static SnmpValue Flag(bool flag) => SnmpValue.Integer32(flag ? 1 : 0);

    /// <summary>A time of six octets, none for no limit.</summary>
    public SnmpValue Minutes(DateTimeOffset? time) => SnmpValue.OctetString(time is { } limit ? DateAndTime.EncodeMinutes(limit.ToOffset(dialect.DeliveryOffset)) : []);

    /// <summary>A DateAndTime, zeros for no limit.</summary>
    public SnmpValue Time(DateTimeOffset? time) =>
        SnmpValue.OctetString(time is { } limit ? DateAndTime.Encode(limit.ToOffset(dialect.DeliveryOffset)) : new byte[DateAndTime.Length]);

    /// <summary>The interval of store and repeat.</summary>
    public SnmpValue Interval(TimeSpan interval) =>
        SnmpValue.Integer32((int)Math.Max(1, Math.Round(dialect.IntervalInSeconds ? interval.TotalSeconds : interval.TotalMilliseconds)));

    /// <summary>NTCIP 1218's options: bit 0 asks the unit to add IEEE 1609.2 itself, bit 1 not to sign.</summary>
    public SnmpValue Options(bool sign) =>
        SnmpValue.OctetString([(sign, dialect.OptionsLeastBitFirst) switch { (true, false) => 0x80, (false, false) => 0xC0, (true, true) => 0x01, _ => 0x03 }]);

    /// <summary>An address of sixteen octets.</summary>
    public SnmpValue Address(IPAddress address)
    {
        var octets = address.GetAddressBytes();
        return SnmpValue.OctetString(octets.Length == 16 ? octets
            : dialect.Ipv4InFront ? [.. octets, .. new byte[12]]
            : [.. new byte[10], 0xFF, 0xFF, .. octets]);
    }

    /// <summary>Whether what reads back means what was set.</summary>
    public bool Means(RsuValueKind kind, SnmpValue set, SnmpValue read) => kind switch
    {
        RsuValueKind.Psid => read.Syntax == SnmpSyntax.OctetString
            && PsidOctets.TryRead(set.Octets, dialect.PsidWrites, out var wanted) && PsidOctets.TryRead(read.Octets, dialect.PsidReads, out var found) && found == wanted,
        RsuValueKind.Time => read.Syntax == SnmpSyntax.OctetString
            && DateAndTime.TryRead(set.Octets, dialect.DeliveryOffset, out var wanted) && DateAndTime.TryRead(read.Octets, dialect.DeliveryOffset, out var found) && found == wanted,
        RsuValueKind.RowStatus => read.Syntax == SnmpSyntax.Integer32 && IsActive(read),
        _ => set.Equals(read),
    };

    /// <summary>Whether a RowStatus says that the row is in use: 1, or 4 with some vendors.</summary>
    public static bool IsActive(SnmpValue status) => status.Number is (int)RowStatus.Active or (int)RowStatus.CreateAndGo;

    /// <summary>A value for people.</summary>
    public string Text(RsuValueKind kind, SnmpValue value) => kind switch
    {
        RsuValueKind.Psid when value.Syntax == SnmpSyntax.OctetString && PsidOctets.TryRead(value.Octets, dialect.PsidReads, out var psid) => psid.ToString(),
        RsuValueKind.Time when value.Syntax == SnmpSyntax.OctetString && DateAndTime.TryRead(value.Octets, dialect.DeliveryOffset, out var time) =>
            time?.ToString("yyyy-MM-dd HH:mm:ss.fzzz", System.Globalization.CultureInfo.InvariantCulture) ?? "no limit",
        RsuValueKind.RowStatus when IsActive(value) => "active",
        RsuValueKind.Text when value.Syntax == SnmpSyntax.OctetString => OctetText.Of(value.Octets),
        _ => value.ToString(),
    };
}
