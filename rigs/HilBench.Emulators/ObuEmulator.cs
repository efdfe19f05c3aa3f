using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators;

/// <summary>
/// An on-board unit: it takes fixes from its GNSS receiver and sends a BSM every 100 ms. Without a fix younger than 500 ms it is silent.
/// Connected to its vehicle's bus, it tells brakes, gear, steering, lights and events too; with an alert output, it warns of what it hears.
/// </summary>
public sealed class ObuEmulator
{
    private const byte Channel = 172;
    private const int SlowOctetsPerSecond = 960;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SlowFix = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(20);

    private readonly EventLoop _loop;
    private readonly ObuSettings _settings;
    private readonly AirSender _air;
    private readonly BsmBuilder _bsm;
    private readonly VehicleMotion _motion = new();
    private readonly VehicleBusInput? _bus;
    private readonly Random _random;
    private Instant _fixAt;

    /// <summary>Builds the unit; it sends nothing before <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Vehicle and defects.</param>
    /// <param name="gnss">Where its fixes come from.</param>
    /// <param name="air">The air interface.</param>
    /// <exception cref="ArgumentException">A defect is not known.</exception>
    public ObuEmulator(EventLoop loop, ObuSettings settings, IDatagramPort gnss, IDatagramPort air)
        : this(loop, settings, new ObuLinks { Air = air, Gnss = gnss })
    {
    }

    /// <summary>Builds the unit; it sends nothing before <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Vehicle, defects and personalities.</param>
    /// <param name="links">What it is connected to.</param>
    /// <exception cref="ArgumentException">A defect or personality is not known, or a vehicle's bus comes without description.</exception>
    public ObuEmulator(EventLoop loop, ObuSettings settings, ObuLinks links)
    {
        DefectTable.Check(DefectTable.Obu, settings.Defects);
        PersonalityTable.Check(DefectTable.Obu, settings.Personalities);
        _loop = loop;
        _settings = settings;
        _random = new Random(settings.Seed);
        _bsm = new BsmBuilder(settings, _random);
        _air = new AirSender(loop, links.Air, settings.Mac, TimeSpan.Zero, settings.Seed);
        if (links.Gnss is { } gnss)
        {
            gnss.Received = Receive;
        }

        if (links.GnssLine is { } line)
        {
            Gnss = new GnssReader(Take)
            {
                Talker = settings.Personalities.Contains(PersonalityTable.GnssGpOnly) ? "GP" : null,
                NeedsModeLetter = settings.Personalities.Contains(PersonalityTable.GnssNeedsModeLetter),
            };
            line.Received = Listen(Gnss);
        }

        if (links.VehicleBus is { } bus)
        {
            Adapter = new SlcanAdapter(loop, bus, settings.Personalities);
            var description = links.VehicleBusDescription
                ?? throw new ArgumentException("A unit on a vehicle's bus needs the bus's description.", nameof(links));
            _bus = new VehicleBusInput(loop, description, Adapter);
        }

        if (links.Alerts is { } alerts)
        {
            links.Air.Received = new DriverWarnings(loop, settings, _motion, alerts).Hear;
        }
    }

    /// <summary>What it reads from its GNSS line, with what it refused and why; null without a line.</summary>
    public GnssReader? Gnss { get; }

    /// <summary>The CAN adapter of its vehicle's bus; null without one.</summary>
    public SlcanAdapter? Adapter { get; }

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
        if (GnssFix.TryParse(datagram.Bytes.Span, out var fix, out _))
        {
            Take(fix);
        }
    }

    private Action<Datagram> Listen(GnssReader gnss)
    {
        if (!_settings.Personalities.Contains(PersonalityTable.Gnss9600Baud))
        {
            return chunk => gnss.Add(chunk.Bytes.Span);
        }

        var slow = new SlowLine(_loop, SlowOctetsPerSecond, octets => gnss.Add(octets.Span));
        return chunk => slow.Add(chunk.Bytes.Span);
    }

    private void Take(GnssFix fix)
    {
        if (fix.Valid && Keeps(fix))
        {
            _fixAt = _loop.Now;
        }
        else if (fix.Valid)
        {
            _motion.Deviation = Gnss?.Deviation;
            _motion.Update(fix);
            _fixAt = _loop.Now;
        }
    }

    private bool Keeps(GnssFix fix) =>
        _settings.Personalities.Contains(PersonalityTable.GnssOnceASecond) && _motion.Fix is { } last && fix.Utc - last.Utc < SlowFix;

    private void Send()
    {
        if (_motion.Fix is not null && _loop.Now - _fixAt <= Stale)
        {
            _air.Send(Psid.VehicleSafety, Channel, _bsm.Build(_motion, _bus, _loop.Now), TimeSpan.Zero);
        }
    }
}
