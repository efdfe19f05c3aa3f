namespace HilBench.Rigs;

/// <summary>What carries the bytes between bench and devices.</summary>
public enum LinkKind
{
    /// <summary>Wires in memory; under either clock.</summary>
    Memory,

    /// <summary>UDP sockets; under the wall clock only.</summary>
    Udp,
}
