using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Etsi;

/// <summary>The station's end of the Upper Tester: does what is asked, answers to where the request came from, and tells what was received.</summary>
internal sealed class UpperTesterEnd
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    private readonly EventLoop _loop;
    private readonly EtsiStationSettings _settings;
    private readonly IDatagramPort _port;
    private readonly StationRequests _requests;
    private Datagram? _client;

    public UpperTesterEnd(EventLoop loop, EtsiStationSettings settings, IDatagramPort port, StationRequests requests)
    {
        _loop = loop;
        _settings = settings;
        _port = port;
        _requests = requests;
        port.Received = Receive;
    }

    /// <summary>Tells the last client what was received.</summary>
    public void Report(UpperTesterMessageType type, ReadOnlyMemory<byte> packet)
    {
        if (_client is { } client && _settings.Profile.Has(type) && packet.Length <= ushort.MaxValue)
        {
            _port.Answer(client, _settings.Profile.Encode(new ReceptionEvent(type, new OctetString(packet.Span))));
        }
    }

    /// <summary>Tells what a packet carries: the GeoNetworking payload, what is behind BTP, and the message when it is a CAM or a DENM.</summary>
    public void Report(int next, ReadOnlyMemory<byte> payload)
    {
        const int BtpHeader = 4;
        Report(UpperTesterMessageType.GnEvent, payload);
        if (next is not (NextAfterCommonValues.BtpA or NextAfterCommonValues.BtpB) || payload.Length < BtpHeader)
        {
            return;
        }

        var message = payload[BtpHeader..];
        Report(UpperTesterMessageType.BtpEvent, message);
        switch ((payload.Span[0] << 8) | payload.Span[1])
        {
            case BtpPortValues.Cam:
                Report(UpperTesterMessageType.CamEvent, message);
                break;
            case BtpPortValues.Denm:
                Report(UpperTesterMessageType.DenmEvent, message);
                break;
            default:
                break;
        }
    }

    private void Receive(Datagram datagram)
    {
        var has = _settings.Personalities.Contains;
        if (has(PersonalityTable.TesterSilent))
        {
            return;
        }

        _client = datagram;
        UpperTesterMessage? answer;
        if (!_settings.Profile.TryDecode(datagram.Bytes.Span, out var request, out _))
        {
            answer = new PlainMessage(UpperTesterMessageType.NotSupported);
        }
        else if (has(PersonalityTable.TesterNoCamTriggers) && request.AnswerType == UpperTesterMessageType.CamResult)
        {
            answer = new PlainMessage(UpperTesterMessageType.NotSupported);
        }
        else if (has(PersonalityTable.TesterFails) || has(PersonalityTable.TesterOnlySaysDone))
        {
            answer = StationRequests.Answer(request, has(PersonalityTable.TesterOnlySaysDone), action: null);
        }
        else
        {
            answer = _requests.Do(request);
        }

        if (answer is null || !_settings.Profile.Has(answer.Type))
        {
            return;
        }

        var octets = _settings.Profile.Encode(answer);
        if (has(PersonalityTable.TesterLate))
        {
            _loop.Schedule(_loop.Now + Late, () => _port.Answer(datagram, octets));
        }
        else
        {
            _port.Answer(datagram, octets);
        }
    }
}
