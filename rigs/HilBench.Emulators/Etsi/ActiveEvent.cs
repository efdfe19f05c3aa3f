using HilBench.Wire.Etsi.Release1;

namespace HilBench.Emulators.Etsi;

/// <summary>An event that the station sends DENMs of.</summary>
internal sealed class ActiveEvent(DecentralizedEnvironmentalNotificationMessage message)
{
    public DecentralizedEnvironmentalNotificationMessage Message { get; set; } = message;

    /// <summary>Its next repetition; null without repetition.</summary>
    public IDisposable? Repetition { get; set; }

    public TimeSpan? RepetitionInterval { get; set; }

    /// <summary>How long it is still repeated from its first DENM on; null for ever, as long as it is valid.</summary>
    public TimeSpan? RepetitionDuration { get; set; }
}
