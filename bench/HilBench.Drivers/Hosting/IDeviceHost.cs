using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Where devices stand: puts one in its place and lays its links up to the bench's ends.</summary>
internal interface IDeviceHost
{
    /// <summary>Puts a device in its place.</summary>
    /// <param name="device">The device.</param>
    /// <param name="slots">The links that are wanted of it.</param>
    /// <param name="emulator">What its emulator is set to, without links; not asked for a real device.</param>
    /// <returns>The bench's ends by kind of link.</returns>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    /// <exception cref="RigException">The device could not be put in its place.</exception>
    Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator);

    /// <summary>Starts the devices that stand here.</summary>
    /// <param name="first">When they begin.</param>
    void Start(Instant first);

    /// <summary>Switches off the devices that the bench itself is: what they have yet to do is not done any more.</summary>
    void Stop();
}
