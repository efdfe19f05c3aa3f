using HilBench.Links;
using HilBench.Runs;

namespace HilBench.Running;

/// <summary>What a run left behind.</summary>
/// <param name="Folder">The evidence folder: header, inputs and capture.</param>
/// <param name="Header">The header, as in the folder.</param>
/// <param name="Packets">Packets in the capture.</param>
/// <param name="Complete">False when it was ended early: the capture then has no end mark.</param>
/// <param name="Lateness">Lateness of the bench's timers; all zero under the virtual clock.</param>
/// <param name="Floor">The bench's timing floor; null under the virtual clock.</param>
public sealed record RunOutcome(string Folder, RunHeader Header, long Packets, bool Complete, LatenessStatistics Lateness, FloorMeasurement? Floor);
