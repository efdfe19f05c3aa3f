using System.Collections.Frozen;

namespace HilBench.Wire.VehicleBus;

/// <summary>The names by which a description file binds its signals.</summary>
public static class VehicleSignalNames
{
    private static readonly FrozenDictionary<string, VehicleSignal> ByName = new Dictionary<string, VehicleSignal>(StringComparer.Ordinal)
    {
        ["brake"] = VehicleSignal.Brake,
        ["abs"] = VehicleSignal.Abs,
        ["traction-control"] = VehicleSignal.TractionControl,
        ["stability-control"] = VehicleSignal.StabilityControl,
        ["steering-wheel"] = VehicleSignal.SteeringWheel,
        ["speed"] = VehicleSignal.Speed,
        ["acceleration"] = VehicleSignal.Acceleration,
        ["gear"] = VehicleSignal.Gear,
        ["lights"] = VehicleSignal.Lights,
        ["low-beam"] = VehicleSignal.LowBeam,
        ["high-beam"] = VehicleSignal.HighBeam,
        ["left-turn"] = VehicleSignal.LeftTurn,
        ["right-turn"] = VehicleSignal.RightTurn,
        ["hazard"] = VehicleSignal.Hazard,
        ["fog-light"] = VehicleSignal.FogLight,
        ["parking-lights"] = VehicleSignal.ParkingLights,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> All { get; } = ByName.Keys.Order(StringComparer.Ordinal).ToArray();

    /// <summary>What a name means.</summary>
    public static bool TryFind(string name, out VehicleSignal signal) => ByName.TryGetValue(name, out signal);
}
