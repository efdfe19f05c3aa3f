namespace HilBench.Emulators.Ntcip1202;

/// <summary>Calls by command; bit 0 is number 1.</summary>
/// <param name="VehicleDetectors">Vehicle detectors that are actuated.</param>
/// <param name="PedDetectors">Pedestrian detectors that are actuated.</param>
/// <param name="VehiclePhases">Phases with a vehicle call.</param>
/// <param name="PedPhases">Phases with a pedestrian call.</param>
internal readonly record struct ControllerCalls(ushort VehicleDetectors, ushort PedDetectors, ushort VehiclePhases, ushort PedPhases)
{
    public static ControllerCalls operator |(ControllerCalls one, ControllerCalls other) => new(
        (ushort)(one.VehicleDetectors | other.VehicleDetectors),
        (ushort)(one.PedDetectors | other.PedDetectors),
        (ushort)(one.VehiclePhases | other.VehiclePhases),
        (ushort)(one.PedPhases | other.PedPhases));
}
