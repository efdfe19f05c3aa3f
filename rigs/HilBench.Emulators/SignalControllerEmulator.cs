using HilBench.Emulators.GbT20999;
using HilBench.Emulators.Ntcip1202;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators;

/// <summary>
/// A NEMA dual-ring signal controller: it runs its plans on the calls of its detectors, shows lamps, and tells an RSU at 10 Hz what
/// they show and when they will change (TSCBM). One engine tick is 100 ms; lamps change on ticks.
/// </summary>
public sealed class SignalControllerEmulator
{
    private const int KeepAliveTicks = 10;
    private static readonly TimeSpan TickLength = TimeSpan.FromMilliseconds(100);

    private readonly EventLoop _loop;
    private readonly SignalControllerSettings _settings;
    private readonly IDatagramPort _spat;
    private readonly IDatagramPort _lamps;
    private readonly ControllerUnit _unit;
    private readonly ControllerDisplay _display;
    private readonly ControllerFeedPlan _feed;
    private DetectorInputs _inputs = new(0, 0, 0, 0);
    private ushort _vehiclePulses;
    private ushort _pedPulses;
    private LampStates? _shown;
    private uint _sequence;

    /// <summary>Builds the controller; it does nothing before <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Plans and defects.</param>
    /// <param name="spat">Where its feed goes.</param>
    /// <param name="lamps">Where its output monitor goes.</param>
    /// <param name="detectors">Where its detector inputs come from.</param>
    /// <exception cref="ArgumentException">The plans cannot be run, or a defect is not known.</exception>
    public SignalControllerEmulator(
        EventLoop loop, SignalControllerSettings settings, IDatagramPort spat, IDatagramPort lamps, IDatagramPort detectors)
    {
        DefectTable.Check(DefectTable.Controller, settings.Defects);
        _loop = loop;
        _settings = settings;
        _spat = spat;
        _lamps = lamps;
        _unit = new ControllerUnit(loop, settings);
        _display = new ControllerDisplay(_unit, settings.Defects);
        _feed = new ControllerFeedPlan(settings.Defects);
        detectors.Received = Receive;
        Objects = ControllerObjects.Of(_unit);
    }

    /// <summary>Builds a controller that also answers SNMP (NTCIP 1201, NTCIP 1202).</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Plans, defects, personalities.</param>
    /// <param name="spat">Where its feed goes.</param>
    /// <param name="lamps">Where its output monitor goes.</param>
    /// <param name="detectors">Where its detector inputs come from.</param>
    /// <param name="snmp">Where it is asked.</param>
    /// <param name="agent">Who may ask; communities and the limit of bindings.</param>
    /// <exception cref="ArgumentException">The plans cannot be run, a setting is out of range, or a defect or personality is not known.</exception>
    public SignalControllerEmulator(
        EventLoop loop,
        SignalControllerSettings settings,
        IDatagramPort spat,
        IDatagramPort lamps,
        IDatagramPort detectors,
        IDatagramPort snmp,
        SnmpAgentSettings agent)
        : this(loop, settings, spat, lamps, detectors)
    {
        var ntcip = settings.Ntcip;
        _ = new SnmpAgent(loop, agent, snmp, Objects, SystemObjects.Of(loop, $"{ntcip.Make} {ntcip.Model} {ntcip.Version}", AscId.Asc, ""));
    }

    /// <summary>Its program, for a host that orders stages, plans and modes.</summary>
    public ISignalProgram Program => _unit.Program;

    /// <summary>Its managed objects.</summary>
    internal IManagedObjects Objects { get; }

    /// <summary>Starts in all red; the first tick is at <paramref name="first"/>.</summary>
    /// <returns>Disposing it switches the controller off.</returns>
    public IDisposable Start(Instant first) => _loop.Every(first, TickLength, Tick);

    private void Receive(Datagram datagram)
    {
        // A controller ignores what it cannot read.
        if (DetectorInputs.TryParse(datagram.Bytes.Span, out var inputs, out _))
        {
            _inputs = inputs;
            _vehiclePulses |= inputs.VehicleCalls;
            _pedPulses |= inputs.PedCalls;
        }
    }

    private void Tick(Instant deadline)
    {
        _unit.Step((ushort)(_inputs.VehicleCalls | _vehiclePulses), (ushort)(_inputs.PedCalls | _pedPulses), _inputs.Plan);
        (_vehiclePulses, _pedPulses) = (0, 0);
        var lamps = _display.Lamps() with { Sequence = _sequence };
        var changed = _shown is null || lamps != _shown with { Sequence = _sequence };
        if (changed || _unit.Engine.Tick % KeepAliveTicks == 0)
        {
            _lamps.Send(lamps.Encode());
            _sequence++;
        }

        _shown = _unit.Lamps = lamps;
        var message = _display.Message(lamps, deadline);
        if (_feed.Next(message, changed, _display.QuietTicks) is { } datagram && _unit.Feed != FeedForm.Off)
        {
            var octets = datagram.Encode();
            _loop.Schedule(deadline + _settings.FeedDelay, () => _spat.Send(octets));
        }
    }
}
