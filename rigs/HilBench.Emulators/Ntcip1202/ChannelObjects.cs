using System.Collections.Immutable;
using HilBench.Emulators.Snmp;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Channels: which phase each lamp group shows, and what it shows (NTCIP 1202 channel 2, 4). Vehicle phases first, then pedestrians.</summary>
internal static class ChannelObjects
{
    private const int PhaseVehicle = 2, PhasePedestrian = 3;
    private const int FlashRed = 0x04;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        ImmutableArray<(int Phase, bool Pedestrians)> channels =
        [
            .. unit.Engine.Phases.OrderBy(phase => phase.Number).Select(phase => (phase.Number, false)),
            .. unit.Engine.Phases.Where(phase => phase.HasPedestrians).OrderBy(phase => phase.Number).Select(phase => (phase.Number, true)),
        ];
        var map = channels.SelectMany((channel, index) => Row((uint)index + 1, channel.Phase, channel.Pedestrians));
        return unit.Has(PersonalityTable.NoChannelStatus)
            ? map
            :
            [
                .. map,
                .. ControllerObjects.Groups(
                    AscId.ChannelStatusGroup,
                    (channels.Length + 7) / 8,
                    () => Lit(unit.Lamps, lamps => lamps.Reds, lamps => lamps.DontWalks),
                    () => Lit(unit.Lamps, lamps => lamps.Yellows, lamps => lamps.PedClears),
                    () => Lit(unit.Lamps, lamps => lamps.Greens, lamps => lamps.Walks)),
            ];

        int Lit(LampStates lamps, Func<LampStates, ushort> vehicles, Func<LampStates, ushort> pedestrians) => channels
            .Select((channel, index) => (((channel.Pedestrians ? pedestrians : vehicles)(lamps) >> (channel.Phase - 1)) & 1) << index)
            .Aggregate(0, (bits, bit) => bits | bit);
    }

    private static IEnumerable<ManagedInstance> Row(uint channel, int phase, bool pedestrians) =>
    [
        ManagedInstance.Integer32(AscId.Channel.Append(1, channel), () => (int)channel),
        ControllerObjects.Fixed(AscId.Channel.Append(2, channel), phase),
        ControllerObjects.Fixed(AscId.Channel.Append(3, channel), pedestrians ? PhasePedestrian : PhaseVehicle),
        ControllerObjects.Fixed(AscId.Channel.Append(4, channel), pedestrians ? 0 : FlashRed),
        ControllerObjects.Fixed(AscId.Channel.Append(5, channel), 0),
    ];
}
