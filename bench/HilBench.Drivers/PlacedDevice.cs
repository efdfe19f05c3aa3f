using HilBench.Rigs;

namespace HilBench.Drivers;

/// <summary>A device of a rig file and its place in it.</summary>
/// <param name="Plan">What the rig file says of it.</param>
/// <param name="Index">Its place, from 0.</param>
internal sealed record PlacedDevice(DevicePlan Plan, int Index);
