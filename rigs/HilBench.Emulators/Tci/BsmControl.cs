using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Tci;
using TciException = HilBench.Wire.Tci.Exception;

namespace HilBench.Emulators.Tci;

/// <summary>Control of the unit's BSMs: on and off the air, and which of those received are told to the test system.</summary>
internal sealed class BsmControl
{
    private const int WsmpVersion = 3;
    private readonly ITestableUnit _unit;
    private readonly Action<Datagram, Indication, bool> _indicate;
    private (Datagram Client, StartWsmRx Request, bool IsCv2x)? _reception;

    public BsmControl(ITestableUnit unit, Action<Datagram, Indication, bool> indicate)
    {
        _unit = unit;
        _indicate = indicate;
        unit.Heard = Hear;
    }

    /// <summary>Brings the unit to its initial state: silent, deaf, at the place of its receiver.</summary>
    public void Reset()
    {
        _unit.Transmits = false;
        _unit.UsesReceiver = true;
        _unit.Position = null;
        _reception = null;
    }

    /// <summary>Does a request.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public TciException? Do(int id, IAsn1Type value, Datagram client, bool isCv2x)
    {
        switch (value)
        {
            case TCI29451SetInitialStateValue or TCI31611SetInitialStateValue:
                Reset();
                return null;
            case TCIWsmStartWsmTx start when Refuse(start.Radio, start.Psid) is { } refusal:
                return refusal;
            case TCIWsmStartWsmTx:
                _unit.Transmits = true;
                return null;
            case StopWsmTx stop when Refuse(stop.Radio, stop.Psid) is { } refusal:
                return refusal;
            case StopWsmTx:
                _unit.Transmits = false;
                return null;
            case StartWsmRx start when Refuse(start.Radio, start.Psid) is { } refusal:
                return refusal;
            case StartWsmRx start:
                _reception = (client, start, isCv2x);
                return null;
            case StopWsmRx:
                _reception = null;
                return null;
            default:
                return Refusals.Refuse(ExceptionId.IncorrectParameterValue, $"this unit cannot do message {id} ({value.GetType().Name})");
        }
    }

    private void Hear(WsmpMessage message, ReadOnlyMemory<byte> source)
    {
        if (_reception is not { } reception)
        {
            return;
        }

        var handling = reception.Request.EventHandling;
        var isWanted = handling.EventFlag[EventFlagBits.EWSM] && !handling.EventFlag[EventFlagBits.ESuppressIndications];
        var isMatch = !handling.RxFlag[RxFlagBits.RecvPsidMatch] || reception.Request.Psid is not { } psid || psid.Equals(TciMessages.Psid(message.Psid.Value));
        if (!isWanted || !isMatch)
        {
            return;
        }

        _indicate(
            reception.Client,
            new Indication
            {
                Radio = reception.Request.Radio,
                Event = Event.EWsmPktRx,
                EventParams = handling.RxFlag[RxFlagBits.IncludePduParam] ? new EventParams.Wsm(Parameters(message, source, reception.Request.Radio)) : null,
                Pdu = handling.RxFlag[RxFlagBits.IncludePdu] ? Content(message, handling.ForwardPdu ?? PduType.D16093payload) : null,
            },
            reception.IsCv2x);
    }

    private static WsmParameters Parameters(WsmpMessage message, ReadOnlyMemory<byte> source, RadioInterface radio) => new()
    {
        Radio = radio,
        Psid = TciMessages.Psid(message.Psid.Value),
        WsmpVersion = WsmpVersion,
        ChannelIdentifier = message.ChannelNumber,
        SourceMACAddr = new OctetString(source.Span),
    };

    /// <summary>IEEE 1609.2 data as it came, or what they carry. A message that cannot be unwrapped is told as it came.</summary>
    private static Pdu Content(WsmpMessage message, PduType type) =>
        type == PduType.D16093payload && Dot2Data.TryUnwrap(message.Payload.Span, out var unwrapped, out _)
            ? new Pdu { PduType = type, PduData = new OctetString(unwrapped) }
            : new Pdu { PduType = PduType.D16092data, PduData = new OctetString(message.Payload.Span) };

    private static TciException? Refuse(RadioInterface radio, VarLengthNumber? psid) =>
        radio.Radio != Radio.Radio0
            ? Refusals.Refuse(ExceptionId.RadioInterfaceUnavailable, $"this unit has radio0; asked for {radio.Radio}")
            : psid is not null && !psid.Equals(TciMessages.Psid(Psid.VehicleSafety.Value))
                ? Refusals.Refuse(ExceptionId.IncorrectParameterValue, $"BSMs have PSID 0x20; asked for {psid}")
                : null;
}
