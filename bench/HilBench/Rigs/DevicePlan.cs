using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>One device of a rig file. A closed family, one record a kind of device.</summary>
public abstract record DevicePlan
{
    private protected DevicePlan()
    {
    }

    /// <summary>Its name; taps are called after it, for example <c>rsu1.air</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind as the rig file writes it.</summary>
    public abstract string Kind { get; }

    /// <summary>What stands there; <c>emulator</c> is the only driver so far.</summary>
    public required string Driver { get; init; }

    /// <summary>True when the run judges it.</summary>
    public required bool Dut { get; init; }

    /// <summary>Defects that are switched on, by name.</summary>
    public required ImmutableArray<string> Defects { get; init; }

    /// <summary>Where it is reached over UDP.</summary>
    public required DeviceAddress Address { get; init; }
}
