using System.Collections.Immutable;
using HilBench.Wire.CabinetIo;

namespace HilBench.Emulators.GbT20999;

/// <summary>What a host sees of a controller's program, and what it may order. The engine behind it is nobody's business here.</summary>
public interface ISignalProgram
{
    /// <summary>The lamps of the phases.</summary>
    LampStates Lamps { get; }

    /// <summary>Numbers of the phases, rising, and whether they have a pedestrian signal.</summary>
    ImmutableArray<(int Phase, bool HasPedestrians)> Phases { get; }

    /// <summary>The stages: stage n is the n-th, counted from 1, and names the phases that are green together.</summary>
    ImmutableArray<ImmutableArray<int>> Stages { get; }

    /// <summary>Numbers of the plans.</summary>
    ImmutableArray<int> Plans { get; }

    /// <summary>Plan in force.</summary>
    int Plan { get; }

    /// <summary>Whether the lamps flash.</summary>
    bool Flashing { get; }

    /// <summary>The stage that runs, or that is being entered.</summary>
    RunningStage Running { get; }

    /// <summary>What is ordered; what cannot be followed is refused by who takes the order, not here.</summary>
    SignalOrders Orders { get; set; }
}
