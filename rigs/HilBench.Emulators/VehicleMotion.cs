using HilBench.Wire.Nmea;

namespace HilBench.Emulators;

/// <summary>What a unit knows of its vehicle's motion: the last fix, what follows from the one before, and where it has been.</summary>
internal sealed class VehicleMotion
{
    private const int HistoryPoints = 10;
    private static readonly TimeSpan HistorySpacing = TimeSpan.FromSeconds(2);

    private readonly LinkedList<GnssFix> _history = new();

    public GnssFix? Fix { get; private set; }

    /// <summary>Last known course, degrees; null before the vehicle has moved.</summary>
    public double? CourseDegrees { get; private set; }

    /// <summary>m/s²; null while there is only one fix.</summary>
    public double? Acceleration { get; private set; }

    /// <summary>Degrees a second, clockwise; null while it is not known.</summary>
    public double? YawRate { get; private set; }

    /// <summary>How far the position may be off, where the receiver tells; null where it does not.</summary>
    public GstSentence? Deviation { get; set; }

    /// <summary>Earlier fixes, newest first.</summary>
    public IEnumerable<GnssFix> History => _history;

    public void Update(GnssFix fix)
    {
        if (Fix is { } before && (fix.Utc - before.Utc).TotalSeconds is > 0 and < 2 and var seconds)
        {
            Acceleration = (fix.SpeedMetresPerSecond - before.SpeedMetresPerSecond) / seconds;
            YawRate = fix.CourseDegrees is { } course && CourseDegrees is { } last ? Math.IEEERemainder(course - last, 360) / seconds : 0;
        }

        if (Fix is not null && (_history.First is not { } newest || fix.Utc - newest.Value.Utc >= HistorySpacing))
        {
            _history.AddFirst(Fix);
            if (_history.Count > HistoryPoints)
            {
                _history.RemoveLast();
            }
        }

        CourseDegrees = fix.CourseDegrees ?? CourseDegrees;
        Fix = fix;
    }
}
