using System.Collections.Immutable;
using System.Text;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>Instances that both MIBs have beside their tables, and shapes of others.</summary>
/// <param name="operation">The unit.</param>
/// <param name="quirks">Its personalities.</param>
internal sealed class RsuScalars(RsuOperation operation, RsuQuirks quirks)
{
    private const int StandbyCode = 2;
    private const int Operate1218Code = 3;
    private const int Operate41Code = 4;
    private const int OffCode = 16;

    // ChanStatus: continuous mode works, alternating does not; neither works.
    private const int ContinuousWorks = 2;
    private const int NoneWorks = 3;

    /// <summary>Number of a mode in a MIB.</summary>
    public static int Code(RsuMode mode, RsuMib mib) => mode switch
    {
        RsuMode.Standby => StandbyCode,
        RsuMode.Off => OffCode,
        _ => mib == RsuMib.Rsu41 ? Operate41Code : Operate1218Code,
    };

    /// <summary>The mode: standby 2; operate 4 and off 16 in RSU 4.1, operate 3 in NTCIP 1218. No other number is taken.</summary>
    public ManagedInstance Mode(ObjectId id, RsuMib mib)
    {
        var allowed = new Dictionary<int, RsuMode> { [StandbyCode] = RsuMode.Standby, [Code(RsuMode.Operate, mib)] = RsuMode.Operate };
        if (mib == RsuMib.Rsu41)
        {
            allowed[OffCode] = RsuMode.Off;
        }

        if (quirks.AnyModeCode)
        {
            (allowed[Operate1218Code], allowed[Operate41Code]) = (RsuMode.Operate, RsuMode.Operate);
        }

        return new ManagedInstance(id, () => SnmpValue.Integer32(Code(operation.Mode, mib)))
        {
            Check = value => value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
                : allowed.ContainsKey((int)value.Number) ? SnmpError.NoError : SnmpError.WrongValue,
            Write = value => operation.Mode = allowed[(int)value.Number],
        };
    }

    /// <summary>Which channel modes work.</summary>
    public ManagedInstance ChannelStatus(ObjectId id) => ManagedInstance.Integer32(id, () => operation.IsOnAir ? ContinuousWorks : NoneWorks);

    /// <summary>The last GGA sentence, without its line end.</summary>
    public ManagedInstance Position(ObjectId id) => ManagedInstance.Text(id, () => Encoding.ASCII.GetString(operation.ReportPosition()).TrimEnd());

    /// <summary>Text that can be assigned.</summary>
    public static ManagedInstance Text(ObjectId id, Func<string> read, int most, Action<string> write) =>
        Octets(id, () => Encoding.UTF8.GetBytes(read()), 0, most, octets => write(Encoding.UTF8.GetString(octets)));

    /// <summary>Octets that can be assigned.</summary>
    public static ManagedInstance Octets(ObjectId id, Func<byte[]> read, int least, int most, Action<byte[]> write) =>
        new(id, () => SnmpValue.OctetString(read()))
        {
            Check = value => value.Syntax != SnmpSyntax.OctetString ? SnmpError.WrongType
                : value.Octets.Length < least || value.Octets.Length > most ? SnmpError.WrongLength : SnmpError.NoError,
            Write = value => write(value.Octets.ToArray()),
        };

    /// <summary>A setting that does nothing but be read back.</summary>
    public static ManagedInstance Kept(ObjectId id, int initial, int least, int greatest)
    {
        var kept = initial;
        return ManagedInstance.Integer32(id, () => kept, least, greatest, value => kept = value);
    }

    /// <summary>A setting of octets that does nothing but be read back.</summary>
    public static ManagedInstance Kept(ObjectId id, byte[] initial, int least, int most)
    {
        var kept = initial;
        return Octets(id, () => kept, least, most, octets => kept = octets);
    }

    /// <summary>A Counter32.</summary>
    public static ManagedInstance Counter(ObjectId id, Func<uint> read) => new(id, () => SnmpValue.Counting(SnmpSyntax.Counter32, read()));

    /// <summary>A DateAndTime that is only read.</summary>
    public static ManagedInstance Time(ObjectId id, Func<DateTimeOffset> read) => new(id, () => SnmpValue.OctetString(DateAndTime.Encode(read())));

    /// <summary>A tree of scalars: each number is below the root, each instance is .0.</summary>
    public static ObjectTree Tree(ObjectId root, params ReadOnlySpan<(uint Number, Func<ObjectId, ManagedInstance> Make)> scalars)
    {
        var instances = ImmutableArray.CreateBuilder<ManagedInstance>(scalars.Length);
        foreach (var (number, make) in scalars)
        {
            instances.Add(make(root.Append(number, 0)));
        }

        return new ObjectTree(root, instances);
    }
}
