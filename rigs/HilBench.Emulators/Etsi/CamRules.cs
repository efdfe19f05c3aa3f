using HilBench.Links;

namespace HilBench.Emulators.Etsi;

/// <summary>When a CAM is due, and what it has besides the high-frequency container (ETSI EN 302 637-2 V1.4.1 6.1.3).</summary>
internal sealed class CamRules
{
    // N_GenCam.
    private const int ConsecutiveCams = 3;
    private const int HeadingStep = 40;
    private const double DistanceStep = 4;
    private const int SpeedStep = 50;
    private const int FullCircle = 3600;
    private const double MetresPerLatitudeUnit = 0.011_132;

    // T_GenCamMin, T_GenCamMax.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan LowFrequency = TimeSpan.FromMilliseconds(500);

    private TimeSpan _interval = Longest;
    private int _consecutive;
    private Instant? _last;
    private Instant? _lastLowFrequency;
    private (int Latitude, int Longitude, int Speed, int? Heading) _sent;

    /// <summary>How often to ask: T_CheckCamGen, at most T_GenCamMin.</summary>
    public static TimeSpan CheckInterval { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether a CAM is due now; it is then taken as sent.</summary>
    /// <param name="state">The station.</param>
    /// <param name="now">The instant.</param>
    /// <param name="withLowFrequency">Whether it has the low-frequency container and the one of its role.</param>
    public bool IsDue(StationState state, Instant now, out bool withLowFrequency)
    {
        withLowFrequency = false;
        var dynamics = (state.Latitude, state.Longitude, state.SpeedValue, state.HeadingValue);
        if (_last is { } last)
        {
            var elapsed = now - last;
            var isUnit = state.StationType == EtsiStationSettings.RoadSideUnit;
            var moved = !isUnit && elapsed >= Shortest && HasMoved(dynamics);
            if (!moved && elapsed < (isUnit ? Longest : _interval))
            {
                return false;
            }

            Adapt(moved, elapsed);
        }

        _last = now;
        _sent = dynamics;
        if (_lastLowFrequency is not { } low || now - low >= LowFrequency)
        {
            withLowFrequency = true;
            _lastLowFrequency = now;
        }

        return true;
    }

    public void Reset()
    {
        _interval = Longest;
        _consecutive = 0;
        _last = null;
        _lastLowFrequency = null;
    }

    private void Adapt(bool moved, TimeSpan elapsed)
    {
        if (moved)
        {
            _interval = elapsed < Longest ? elapsed : Longest;
            _consecutive = 0;
        }
        else if (++_consecutive >= ConsecutiveCams)
        {
            _interval = Longest;
        }
    }

    private bool HasMoved((int Latitude, int Longitude, int Speed, int? Heading) now)
    {
        var north = (now.Latitude - _sent.Latitude) * MetresPerLatitudeUnit;
        var east = (now.Longitude - _sent.Longitude) * MetresPerLatitudeUnit * Math.Cos(now.Latitude / 1e7 * Math.PI / 180);
        var turn = now.Heading is { } heading && _sent.Heading is { } before ? Math.Abs(heading - before) : 0;
        return Math.Min(turn, FullCircle - turn) > HeadingStep
            || (now.Heading is null) != (_sent.Heading is null)
            || Math.Sqrt((north * north) + (east * east)) > DistanceStep
            || Math.Abs(now.Speed - _sent.Speed) > SpeedStep;
    }
}
