using HilBench.Links;

namespace HilBench.Running;

/// <summary>The taps of the bench itself.</summary>
public static class BenchTaps
{
    /// <summary>World state that the bench produced, JSON, at 10 Hz while a vehicle is on the site.</summary>
    public static TapInterface Truth(StampSource stamps) =>
        new("truth", LinkLayer.User0, stamps, "Vehicles as the bench moves them, JSON");

    /// <summary>Marks of the bench itself, JSON: what the signal groups show, late timers, timing floor, end of the run.</summary>
    public static TapInterface Clock(StampSource stamps) =>
        new("bench.clock", LinkLayer.User0, stamps, "Marks of the bench: signal groups, timing floor, late timers, end of the run, JSON");
}
