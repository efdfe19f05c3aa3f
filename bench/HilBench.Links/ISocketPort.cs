namespace HilBench.Links;

/// <summary>A datagram port on a socket of the operating system.</summary>
public interface ISocketPort : IDatagramPort
{
    /// <summary>Where what arrives is stamped, as a rule; each <see cref="Datagram.At"/> says it for itself.</summary>
    StampSource Stamps { get; }

    /// <summary>
    /// Messages that arrived and that the operating system threw away because nobody took them in time; null where it does not tell. A run in which
    /// this is not 0 has lost evidence through the bench. Keeps its last value when the port is closed.
    /// </summary>
    long? Dropped { get; }
}
