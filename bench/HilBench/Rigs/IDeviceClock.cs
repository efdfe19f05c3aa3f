using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Rigs;

/// <summary>A device that the bench hosts elsewhere, and whose own lateness it therefore answers for: an emulator in a container.</summary>
public interface IDeviceClock
{
    /// <summary>The device.</summary>
    string Device { get; }

    /// <summary>When it ran late, as told since the last call: the deadline that was missed and by how much. Bench and device share one clock.</summary>
    ImmutableArray<(Instant Deadline, TimeSpan Lateness)> TakeLateness();

    /// <summary>Has it tell what it has not told yet. Ends without a fault when it does not answer.</summary>
    Task AskAsync(CancellationToken cancellation);
}
