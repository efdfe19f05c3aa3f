using System.Collections.Immutable;
using System.Text;
using HilBench.Drivers.Snmp;
using HilBench.Rigs;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>Reads a controller's identity and all settings that do not change by themselves.</summary>
internal static class ConfigurationReader
{
    private const int PreemptStateColumn = 16;
    private const int RsuWatchdogTimerColumn = 6;

    private static readonly ObjectId[] Roots =
    [
        AscId.SpatEnable,
        AscId.Asc.Append(1, 1),
        AscId.Phase,
        AscId.Asc.Append(1, 3),
        AscId.Unit.Append(1),
        AscId.Unit.Append(2),
        AscId.Unit.Append(3),
        AscId.Unit.Append(4),
        AscId.Coordination.Append(7),
        AscId.Coordination.Append(9),
        AscId.Preempt,
        AscId.Sequence,
        AscId.Channel,
        AscId.Asc.Append(15, 3),
        AscId.Global.Append(1),
        AscId.Global.Append(3, 2),
        AscId.Global.Append(3, 5),
    ];

    // Columns of those tables that tell a state.
    private static readonly ObjectId[] States = [AscId.Preempt.Append(PreemptStateColumn), AscId.Asc.Append(15, 3, 1, RsuWatchdogTimerColumn)];

    public static async Task<ImmutableArray<ConfigurationItem>> ReadAsync(ISnmpSession session, CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<ConfigurationItem>();
        foreach (var root in Roots)
        {
            foreach (var binding in await session.WalkAsync(root, cancellation))
            {
                if (!Array.Exists(States, binding.Name.IsWithin))
                {
                    items.Add(new ConfigurationItem(AscNames.Of(binding.Name), Text(binding.Value)));
                }
            }
        }

        return items.DrainToImmutable();
    }

    private static string Text(SnmpValue value)
    {
        if (value.Syntax != SnmpSyntax.OctetString)
        {
            return value.ToString();
        }

        var printable = value.Octets.Length > 0 && !value.Octets.ContainsAnyExceptInRange((byte)' ', (byte)'~');
        return printable ? Encoding.ASCII.GetString(value.Octets) : value.ToString();
    }
}
