using HilBench.Links;
using HilBench.Wire.Alerts;
using HilBench.Wire.J2735;

namespace HilBench.Emulators.Obu;

/// <summary>
/// Warns the driver of what the unit hears on the air. A warning begins once, and ends when its reason has not been seen for a second.
/// </summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="settings">Name and length of the unit's vehicle.</param>
/// <param name="motion">The unit's own motion.</param>
/// <param name="sink">Where warnings go.</param>
internal sealed class DriverWarnings(EventLoop loop, ObuSettings settings, VehicleMotion motion, IAlertSink sink)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1);

    private readonly SignalAlerts _signals = new();
    private readonly Dictionary<AlertSubject, Instant> _active = [];

    /// <summary>Takes a frame off the air.</summary>
    public void Hear(Datagram datagram)
    {
        var message = AirReceiver.Message(datagram);
        if (message is MapData map)
        {
            _signals.Learn(map);
            return;
        }

        if (OwnMotion.Of(motion, settings.LengthMetres) is not { } own)
        {
            return;
        }

        var warnings = message switch
        {
            BasicSafetyMessage bsm => VehicleAlerts.Judge(own, bsm),
            SPAT spat => _signals.Judge(own, spat),
            _ => [],
        };
        foreach (var (subject, distance, seconds) in warnings)
        {
            Warn(subject, distance, seconds);
        }
    }

    private void Warn(AlertSubject subject, double distance, double? seconds)
    {
        var begins = !_active.ContainsKey(subject);
        _active[subject] = loop.Now;
        if (begins)
        {
            sink.Raise(Message(subject, active: true) with { DistanceMetres = Math.Round(distance, 2), SecondsToReach = seconds is { } time ? Math.Round(time, 2) : null });
            loop.Schedule(loop.Now + Lasting, () => EndWhenPast(subject));
        }
    }

    private void EndWhenPast(AlertSubject subject)
    {
        var end = _active[subject] + Lasting;
        if (loop.Now < end)
        {
            loop.Schedule(end, () => EndWhenPast(subject));
            return;
        }

        _active.Remove(subject);
        sink.Raise(Message(subject, active: false));
    }

    private AlertMessage Message(AlertSubject subject, bool active) => new(loop.Now.ToUtc(), settings.Name, subject.Rule, active)
    {
        Vehicle = subject.Vehicle,
        Intersection = subject.Intersection,
        SignalGroup = subject.SignalGroup,
    };
}
