using System.Collections.Immutable;
using HilBench.Wire.GbT20999;

namespace HilBench.Emulators.GbT20999;

/// <summary>The lamp groups of a controller: first one for each phase, then one for each pedestrian signal, numbered from 1 in the order of the phases.</summary>
internal sealed class LampGroups(ISignalProgram program)
{
    private readonly ImmutableArray<(int Phase, bool Pedestrian)> _groups =
    [
        .. program.Phases.Select(phase => (phase.Phase, false)),
        .. program.Phases.Where(phase => phase.HasPedestrians).Select(phase => (phase.Phase, true)),
    ];

    public int Count => _groups.Length;

    public GbLampGroupKind KindOf(int group) => _groups[group - 1].Pedestrian ? GbLampGroupKind.Pedestrians : GbLampGroupKind.Vehicles;

    public GbLampState StateOf(int group)
    {
        var (phase, pedestrian) = _groups[group - 1];
        var lamps = program.Lamps;
        if (program.Flashing)
        {
            return pedestrian ? GbLampState.Off : GbLampState.YellowFlash;
        }

        if (pedestrian)
        {
            return Has(lamps.Walks, phase) ? GbLampState.Green : Has(lamps.PedClears, phase) ? GbLampState.GreenFlash : GbLampState.Red;
        }

        return Has(lamps.Greens, phase) ? GbLampState.Green
            : Has(lamps.Yellows, phase) ? GbLampState.Yellow
            : Has(lamps.Reds, phase) ? GbLampState.Red : GbLampState.Off;
    }

    private static bool Has(ushort bits, int phase) => ((bits >> (phase - 1)) & 1) != 0;
}
