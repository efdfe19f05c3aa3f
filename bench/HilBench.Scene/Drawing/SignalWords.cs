using System.Globalization;

namespace HilBench.Scene.Drawing;

/// <summary>A signal in letters and words.</summary>
internal static class SignalWords
{
    /// <summary>One letter: R, Y, G, or for pedestrians D (don't walk), F (flashing don't walk), W (walk).</summary>
    public static string Letter(SignalState state, bool isPedestrian) => (state, isPedestrian) switch
    {
        (SignalState.Red, false) => "R",
        (SignalState.Yellow, false) => "Y",
        (SignalState.Green, false) => "G",
        (SignalState.Red, true) => "D",
        (SignalState.Yellow, true) => "F",
        (SignalState.Green, true) => "W",
        _ => "–",
    };

    /// <summary>The time to change: <c>3–17 s</c>, <c>4 s</c>, <c>3+ s</c> (at least 3 s), or a dash when it is not told.</summary>
    public static string Time(SceneSignal signal) => (signal.MinSeconds, signal.MaxSeconds) switch
    {
        ({ } least, { } most) when Math.Round(most) > Math.Round(least) => string.Create(CultureInfo.InvariantCulture, $"{least:0}–{most:0} s"),
        ({ } least, not null) => string.Create(CultureInfo.InvariantCulture, $"{least:0} s"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"{least:0}+ s"),
        _ => "–",
    };
}
