using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators;

/// <summary>
/// An on-board unit: it takes fixes from its GNSS receiver and sends a BSM every 100 ms. Without a fix younger than 500 ms it is silent.
/// </summary>
public sealed class ObuEmulator
{
    private const byte Channel = 172;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(20);

    private readonly EventLoop _loop;
    private readonly ObuSettings _settings;
    private readonly AirSender _air;
    private readonly BsmBuilder _bsm;
    private readonly VehicleMotion _motion = new();
    private readonly Random _random;
    private Instant _fixAt;

    /// <summary>Builds the unit; it sends nothing before <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Vehicle and defects.</param>
    /// <param name="gnss">Where its fixes come from.</param>
    /// <param name="air">The air interface.</param>
    /// <exception cref="ArgumentException">A defect is not known.</exception>
    public ObuEmulator(EventLoop loop, ObuSettings settings, IDatagramPort gnss, IDatagramPort air)
    {
        DefectTable.Check(DefectTable.Obu, settings.Defects);
        _loop = loop;
        _settings = settings;
        _random = new Random(settings.Seed);
        _bsm = new BsmBuilder(settings, _random);
        _air = new AirSender(loop, air, settings.Mac, TimeSpan.Zero, settings.Seed);
        gnss.Received = Receive;
    }

    /// <summary>Starts; BSMs go out at a fixed phase of the 100 ms after <paramref name="first"/>.</summary>
    /// <returns>Disposing it switches the unit off.</returns>
    public IDisposable Start(Instant first)
    {
        var phase = TimeSpan.FromMilliseconds(20 + _random.Next(60));
        return _settings.Defects.Contains(DefectTable.BsmJitter)
            ? _loop.Every(first, Period, at => _loop.Schedule(at + phase + (Jitter * ((2 * _random.NextDouble()) - 1)), Send))
            : _loop.Every(first + phase, Period, _ => Send());
    }

    private void Receive(Datagram datagram)
    {
        if (GnssFix.TryParse(datagram.Bytes.Span, out var fix, out _) && fix.Valid)
        {
            _motion.Update(fix);
            _fixAt = _loop.Now;
        }
    }

    private void Send()
    {
        if (_motion.Fix is not null && _loop.Now - _fixAt <= Stale)
        {
            _air.Send(Psid.VehicleSafety, Channel, _bsm.Build(_motion, _loop.Now), TimeSpan.Zero);
        }
    }
}
