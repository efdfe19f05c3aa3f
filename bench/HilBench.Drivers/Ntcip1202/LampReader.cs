using HilBench.Drivers.Snmp;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>Reads what the lamps show: from channel status with the channels' sources, or, where a controller has none, from phase status.</summary>
internal sealed class LampReader
{
    private const int PhaseVehicle = 2, PhasePedestrian = 3;
    private const uint FirstStatusColumn = 2;

    private readonly ISnmpSession _session;
    private readonly Dictionary<int, (int Phase, bool Pedestrians)> _channels;
    private readonly ObjectId[] _instances;
    private readonly int _groups;
    private uint _sequence;

    private LampReader(ISnmpSession session, ObjectId entry, int columns, int groups, Dictionary<int, (int Phase, bool Pedestrians)> channels)
    {
        (_session, _groups, _channels) = (session, groups, channels);
        _instances =
        [
            .. Enumerable.Range(0, columns)
                .SelectMany(column => Enumerable.Range(1, groups).Select(group => entry.Append(FirstStatusColumn + (uint)column, (uint)group))),
        ];
    }

    /// <summary>Finds out where a controller tells its lamps.</summary>
    public static async Task<LampReader> OpenAsync(ISnmpSession session, int phaseGroups, CancellationToken cancellation)
    {
        var status = await session.WalkAsync(AscId.ChannelStatusGroup.Append(FirstStatusColumn), cancellation);
        var sources = await session.WalkAsync(AscId.Channel.Append(2), cancellation);
        var types = await session.WalkAsync(AscId.Channel.Append(3), cancellation);
        var channels = new Dictionary<int, (int, bool)>();
        foreach (var (source, type) in sources.Zip(types))
        {
            if (type.Value.Number is PhaseVehicle or PhasePedestrian && source.Value.Number is >= 1 and <= 16)
            {
                channels[(int)source.Name.Parts[^1]] = ((int)source.Value.Number, type.Value.Number == PhasePedestrian);
            }
        }

        return status.IsEmpty || channels.Count == 0
            ? new LampReader(session, AscId.PhaseStatusGroup, 6, phaseGroups, [])
            : new LampReader(session, AscId.ChannelStatusGroup, 3, status.Length, channels);
    }

    /// <summary>Reads the lamps.</summary>
    public async Task<LampStates> ReadAsync(CancellationToken cancellation)
    {
        var read = await _session.GetAsync(_instances, cancellation);
        var bits = new ulong[_instances.Length / _groups];
        for (var i = 0; i < read.Length; i++)
        {
            bits[i / _groups] |= (ulong)(byte)read[i].Value.Number << (8 * (i % _groups));
        }

        return _channels.Count == 0
            ? new LampStates(_sequence++, (ushort)bits[0], (ushort)bits[1], (ushort)bits[2], (ushort)bits[3], (ushort)bits[4], (ushort)bits[5])
            : new LampStates(
                _sequence++, Phases(bits[0], false), Phases(bits[1], false), Phases(bits[2], false), Phases(bits[0], true), Phases(bits[1], true), Phases(bits[2], true));
    }

    private ushort Phases(ulong lit, bool pedestrians) => (ushort)_channels
        .Where(channel => channel.Value.Pedestrians == pedestrians && channel.Key <= 64 && ((lit >> (channel.Key - 1)) & 1) != 0)
        .Aggregate(0, (phases, channel) => phases | (1 << (channel.Value.Phase - 1)));
}
