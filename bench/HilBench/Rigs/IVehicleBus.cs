using HilBench.Wire.VehicleBus;

namespace HilBench.Rigs;

/// <summary>Capability: its vehicle's bus is played by the bench.</summary>
public interface IVehicleBus : IDevice
{
    /// <summary>Sets what the vehicle's sensors say; it is repeated on the bus until it is set again.</summary>
    void Report(VehicleBusState state);
}
