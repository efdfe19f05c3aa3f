using HilBench.Links;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Etsi;

/// <summary>
/// An ETSI ITS station with an Upper Tester: it takes fixes from its GNSS receiver, sends CAMs by the rules of EN 302 637-2, DENMs and packets when its Upper
/// Tester is asked to, beacons when it has nothing else to send, and tells the Upper Tester's client what it receives. Without a fix younger than 500 ms it
/// is silent on the air.
/// </summary>
public sealed class EtsiStationEmulator
{
    private const int CamTrafficClass = 2;

    // itsGnBeaconServiceRetransmitTimer (EN 302 636-4-1 V1.4.1 annex H).
    private static readonly TimeSpan BeaconInterval = TimeSpan.FromSeconds(3);

    private readonly EventLoop _loop;
    private readonly StationState _state;
    private readonly CamRules _rules = new();
    private readonly CamBuilder _cams;
    private readonly GeoSender _sender;
    private readonly GeoReceiver _receiver;
    private readonly EventBook _events;
    private readonly UpperTesterEnd _tester;

    /// <summary>Builds the station; it sends nothing before <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Vehicle, Upper Tester and personalities.</param>
    /// <param name="gnss">Where its fixes come from.</param>
    /// <param name="air">The air interface: Ethernet frames.</param>
    /// <param name="upperTester">Where the Upper Tester's requests come from.</param>
    /// <exception cref="ArgumentException">A personality is not known.</exception>
    public EtsiStationEmulator(EventLoop loop, EtsiStationSettings settings, IDatagramPort gnss, IDatagramPort air, IDatagramPort upperTester)
    {
        PersonalityTable.Check(PersonalityTable.EtsiStation, settings.Personalities);
        _loop = loop;
        _state = new StationState(settings);
        _cams = new CamBuilder(settings);
        _sender = new GeoSender(loop, air, _state);
        _receiver = new GeoReceiver(loop, _state);
        _events = new EventBook(loop, _state, _sender);
        var requests = new StationRequests(loop, _state, _events, _sender, _receiver, new StationIdentity(settings, _state), _rules);
        _tester = new UpperTesterEnd(loop, settings, upperTester, requests);
        gnss.Received = ReceiveFix;
        air.Received = ReceiveFrame;
    }

    /// <summary>Starts: from then on the station looks every 50 ms whether a CAM or a beacon is due.</summary>
    /// <param name="first">The first look.</param>
    /// <returns>Disposing it switches the station off.</returns>
    public IDisposable Start(Instant first) => _loop.Every(first, CamRules.CheckInterval, _ => Check());

    private void Check()
    {
        if (!_state.HasPosition(_loop.Now))
        {
            return;
        }

        if (_state.SendsCams && _rules.IsDue(_state, _loop.Now, out var withLowFrequency))
        {
            var cam = _cams.Build(_state, _loop.Now, withLowFrequency);
            _sender.SendMessage(HeaderTypeValues.SingleHopBroadcast, _sender.SingleHop(), BtpPortValues.Cam, cam, CamTrafficClass);
        }
        else if (_sender.LastSent is not { } last || _loop.Now - last >= BeaconInterval)
        {
            _sender.SendBeacon();
        }
    }

    private void ReceiveFix(Datagram datagram)
    {
        if (GnssFix.TryParse(datagram.Bytes.Span, out var fix, out _) && fix.Valid)
        {
            _state.Receive(fix, _loop.Now);
        }
    }

    private void ReceiveFrame(Datagram datagram)
    {
        if (_receiver.Receive(datagram.Bytes) is not { } received)
        {
            return;
        }

        var isDenm = received is { Next: NextAfterCommonValues.BtpB, Payload.Length: > 4 }
            && ((received.Payload.Span[0] << 8) | received.Payload.Span[1]) == BtpPortValues.Denm;
        if (isDenm)
        {
            _events.Hear(received.Payload.Span[4..]);
        }

        _tester.Report(received.Next, received.Payload);
    }
}
