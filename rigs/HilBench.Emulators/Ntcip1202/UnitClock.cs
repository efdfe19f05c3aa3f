using HilBench.Links;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>The controller's clock: the loop's, set off by what the global time was assigned to (NTCIP 1201, globalTimeManagement).</summary>
internal sealed class UnitClock(EventLoop loop)
{
    private TimeSpan _offset;

    /// <summary>Its time, UTC.</summary>
    public DateTimeOffset Now => Of(loop.Now);

    /// <summary>globalTime: seconds since 1970-01-01 UTC.</summary>
    public long GlobalTime => Now.ToUnixTimeSeconds();

    /// <summary>controllerStandardTimeZone: seconds that local standard time is ahead of UTC.</summary>
    public int StandardTimeZone { get; set; }

    /// <summary>controllerLocalTime: local standard time in seconds since 1970-01-01.</summary>
    public long LocalTime => GlobalTime + StandardTimeZone;

    /// <summary>Its time at an instant of the loop.</summary>
    public DateTimeOffset Of(Instant instant) => (instant + _offset).ToUtc();

    public void SetGlobalTime(long seconds) => _offset = Instant.FromUtc(DateTimeOffset.FromUnixTimeSeconds(seconds)) - loop.Now;
}
