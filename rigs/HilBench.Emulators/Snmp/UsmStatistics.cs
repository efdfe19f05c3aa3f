using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>How many messages of SNMPv3 were refused, by reason (RFC 3414 5, usmStats).</summary>
internal sealed class UsmStatistics
{
    private readonly uint[] _counts = new uint[7];

    /// <summary>The counters' parent.</summary>
    public static ObjectId Root { get; } = new(1, 3, 6, 1, 6, 3, 15, 1, 1);

    public uint this[UsmStatistic which] => _counts[(int)which];

    /// <summary>Counts one more, and gives the counter as a report carries it.</summary>
    public VariableBinding Count(UsmStatistic which)
    {
        unchecked
        {
            _counts[(int)which]++;
        }

        return new VariableBinding(Name(which), Value(which));
    }

    /// <summary>The counters as objects.</summary>
    public ObjectTree Objects() => new(Root, Enum.GetValues<UsmStatistic>().Select(which => new ManagedInstance(Name(which), () => Value(which))));

    private static ObjectId Name(UsmStatistic which) => Root.Append((uint)which, 0);

    private SnmpValue Value(UsmStatistic which) => SnmpValue.Counting(SnmpSyntax.Counter32, _counts[(int)which]);
}
