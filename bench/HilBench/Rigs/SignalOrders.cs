namespace HilBench.Rigs;

/// <summary>What the bench orders a signal controller to do, as levels that hold until they are replaced. Bit 0 is phase, ring or preempt 1.</summary>
public sealed record SignalOrders
{
    /// <summary>No order: the controller runs by itself.</summary>
    public static SignalOrders None { get; } = new();

    /// <summary>Phases that are not served.</summary>
    public ushort PhaseOmit { get; init; }

    /// <summary>Phases whose pedestrians are not served.</summary>
    public ushort PedOmit { get; init; }

    /// <summary>Phases that stay green.</summary>
    public ushort Hold { get; init; }

    /// <summary>Phases whose green ends as soon as the controller's rules allow. Given once: the controller takes it back when the green ends.</summary>
    public ushort ForceOff { get; init; }

    /// <summary>Rings whose timers stand.</summary>
    public byte StopTime { get; init; }

    /// <summary>Preempts that are called.</summary>
    public ushort Preempts { get; init; }

    /// <summary>Pattern: 0 leaves it to the scenario or the controller, 1 to 253 a pattern, 254 free, 255 flash.</summary>
    public byte Pattern { get; init; }
}
