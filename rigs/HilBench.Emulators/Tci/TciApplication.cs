using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Tci;

namespace HilBench.Emulators.Tci;

/// <summary>
/// The application on a unit that speaks OmniAir's Test Control Interface, version 3: control of the unit itself, and of its BSMs by SAE J2945/1 and by
/// SAE J3161/1. It answers at once, to where the request came from. From its beginning on the unit is in the initial state: nothing is transmitted.
/// </summary>
public sealed class TciApplication
{
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(200);

    private readonly EventLoop _loop;
    private readonly TciSettings _settings;
    private readonly IDatagramPort _port;
    private readonly UnitControl _control;
    private readonly BsmControl _bsm;

    /// <summary>Starts the application.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">What it states of itself, its encoding and personalities.</param>
    /// <param name="port">Where requests come from, UDP 13001.</param>
    /// <param name="unit">The unit that it steers.</param>
    /// <exception cref="ArgumentException">A personality is not known.</exception>
    public TciApplication(EventLoop loop, TciSettings settings, IDatagramPort port, ITestableUnit unit)
    {
        PersonalityTable.Check(DefectTable.Obu, settings.Personalities);
        _loop = loop;
        _settings = settings;
        _port = port;
        _bsm = new BsmControl(unit, Indicate);
        _control = new UnitControl(settings, unit, _bsm);
        _bsm.Reset();
        port.Received = Receive;
    }

    private void Receive(Datagram datagram)
    {
        if (_settings.Personalities.Contains(PersonalityTable.TciSilent) || _control.IsShutDown)
        {
            return;
        }

        if (!TciMessages.TryDecode(datagram.Bytes.Span, _settings.Encoding, out var message, out var error))
        {
            Answer(datagram, Fault(ExceptionId.IncorrectParameterValue, $"no TCI message: {error}"));
            return;
        }

        if (Do(message.Frame, datagram) is { } answer)
        {
            Answer(datagram, answer);
        }
    }

    private Frame? Do(Frame frame, Datagram client)
    {
        switch (frame)
        {
            case Frame.SutCtrl { Value: TCISutControl.Request { Value: var request } }:
                return new Frame.SutCtrl(OnlySaysDone && request.Value is not (RequestSutInfoValue or RequestSutStatusValue)
                    ? new TCISutControl.Response(new Response { MsgID = request.MessageId, ResultCode = ResultCode.RcSuccess })
                    : _control.Do(request));
            case Frame.D29451 { Value: TCI29451.Request { Value: var request } }:
                return new Frame.D29451(new TCI29451.Response(DoBsm(request.MessageId, request.Value, client, isCv2x: false)));
            case Frame.D31611 { Value: TCI31611.Request { Value: var request } }:
                return new Frame.D31611(new TCI31611.Response(DoBsm(request.MessageId, request.Value, client, isCv2x: true)));
            case Frame.SutCtrl or Frame.D29451 or Frame.D31611:
                // Answers and indications are for the test system.
                return null;
            default:
                return Fault(ExceptionId.IncorrectParameterValue, $"this unit has no {frame.GetType().Name}; it has sutCtrl, d29451 and d31611");
        }
    }

    private bool OnlySaysDone => _settings.Personalities.Contains(PersonalityTable.TciOnlySaysDone);

    private Response DoBsm(int id, IAsn1Type value, Datagram client, bool isCv2x)
    {
        var refusal = OnlySaysDone ? null : _bsm.Do(id, value, client, isCv2x);
        return new Response { MsgID = id, ResultCode = refusal is null ? ResultCode.RcSuccess : ResultCode.RcFailure, Exception = refusal };
    }

    private void Indicate(Datagram client, Indication indication, bool isCv2x) => Send(
        client, isCv2x ? new Frame.D31611(new TCI31611.Indication(indication)) : new Frame.D29451(new TCI29451.Indication(indication)));

    private void Answer(Datagram request, Frame answer)
    {
        if (_settings.Personalities.Contains(PersonalityTable.TciLate))
        {
            _loop.Schedule(_loop.Now + Late, () => Send(request, answer));
        }
        else
        {
            Send(request, answer);
        }
    }

    private void Send(Datagram client, Frame frame)
    {
        var message = new TCIMsg
        {
            Version = _settings.Personalities.Contains(PersonalityTable.TciVersionTwo) ? 2 : TciMessages.Version,
            Time = _loop.Now.UnixNanoseconds / 1_000_000,
            Frame = frame,
        };
        _port.Answer(client, TciMessages.Encode(message, _settings.Encoding));
    }

    private static Frame.SutCtrl Fault(ExceptionId id, string description) =>
        new(new TCISutControl.Exception(Refusals.Refuse(id, description)));
}
