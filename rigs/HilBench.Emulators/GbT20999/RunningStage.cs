namespace HilBench.Emulators.GbT20999;

/// <summary>A stage in its course.</summary>
/// <param name="Stage">Its number, from 1; 0 while none runs (start-up, flash).</param>
/// <param name="Changing">Whether it is getting right of way still.</param>
/// <param name="Elapsed">Since it has run.</param>
/// <param name="Remaining">Until the first of its phases loses right of way: at the least, for an actuated phase may run on.</param>
public readonly record struct RunningStage(int Stage, bool Changing, TimeSpan Elapsed, TimeSpan Remaining);
