using System.Numerics;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Counts vehicles and occupied time of each detector over periods, and keeps the last whole period (NTCIP 1202, volume/occupancy report).</summary>
/// <param name="detectors">How many detectors there are.</param>
internal sealed class VolumeOccupancy(int detectors)
{
    /// <summary>Greatest volume; more is an overflow, reported as one above.</summary>
    public const int GreatestVolume = 254;

    private const int TicksPerSecond = 10;
    private const int HalfPercents = 200;

    private readonly int[] _rises = new int[detectors];
    private readonly int[] _occupied = new int[detectors];
    private readonly int[] _volume = new int[detectors];
    private readonly int[] _occupancy = new int[detectors];
    private ushort _active;
    private int _ticks;

    /// <summary>Length of a period, seconds; 0 stops the report.</summary>
    public int PeriodSeconds { get; private set; } = 60;

    /// <summary>Counts the periods, 0 to 255 and again.</summary>
    public int Sequence { get; private set; }

    /// <summary>Length of the period that is reported, seconds; 0 before the first.</summary>
    public int ReportedSeconds { get; private set; }

    /// <summary>Seconds since 1970 at the end of the period that is reported; 0 before the first.</summary>
    public long ReportedAt { get; private set; }

    /// <summary>Detectors that are occupied; bit 0 is detector 1.</summary>
    public ushort Active => _active;

    public int Volume(int detector) => _volume[detector - 1];

    /// <summary>Occupied share of the period in half per cent, 0 to 200.</summary>
    public int Occupancy(int detector) => _occupancy[detector - 1];

    public void SetPeriod(int seconds)
    {
        PeriodSeconds = seconds;
        Restart();
    }

    /// <summary>Takes the detectors of a tick.</summary>
    /// <param name="active">Occupied detectors.</param>
    /// <param name="globalTime">Seconds since 1970.</param>
    public void Tick(ushort active, long globalTime)
    {
        var rises = (ushort)(active & ~_active);
        _active = active;
        for (var bits = (uint)active; bits != 0; bits &= bits - 1)
        {
            var detector = BitOperations.TrailingZeroCount(bits);
            if (detector < detectors)
            {
                _occupied[detector]++;
                _rises[detector] += (rises >> detector) & 1;
            }
        }

        if (PeriodSeconds > 0 && ++_ticks >= PeriodSeconds * TicksPerSecond)
        {
            Report(globalTime);
        }
    }

    private void Report(long globalTime)
    {
        for (var i = 0; i < detectors; i++)
        {
            _volume[i] = Math.Min(_rises[i], GreatestVolume + 1);
            _occupancy[i] = (int)((long)_occupied[i] * HalfPercents / _ticks);
        }

        Sequence = (Sequence + 1) % 256;
        (ReportedSeconds, ReportedAt) = (PeriodSeconds, globalTime);
        Restart();
    }

    private void Restart()
    {
        Array.Clear(_rises);
        Array.Clear(_occupied);
        _ticks = 0;
    }
}
