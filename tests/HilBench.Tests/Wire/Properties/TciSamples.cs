using HilBench.Asn1;
using HilBench.Wire.Tci;

namespace HilBench.Tests.Wire.Properties;

/// <summary>Messages of the Test Control Interface: what a test system asks, and what a device answers.</summary>
internal static class TciSamples
{
    public const long Time = 1_700_000_000_000;

    public static TCIMsg RequestSutInfo { get; } = SutRequest(4, new RequestSutInfoValue(Value: true));

    public static TCIMsg SetTestId { get; } = SutRequest(5, new SetTestIdValue("US-CI-001"));

    public static TCIMsg SetLatitude { get; } =
        SutRequest(7, new Latitude { Fill = new BitString(new byte[] { 0 }, 1), Lat = 377_749_000 });

    public static TCIMsg SetSpeed { get; } = SutRequest(11, new SetSpeedValue(695));

    public static TCIMsg Accepted { get; } = Message(new Frame.SutCtrl(new TCISutControl.Response(new Response { MsgID = 4, ResultCode = ResultCode.RcSuccess })));

    public static TCIMsg SutInfo { get; } = Message(new Frame.SutCtrl(new TCISutControl.ResponseInfo(new ResponseInfo
    {
        MsgID = 4,
        ResultCode = ResultCode.RcSuccess,
        Info = new InfoContent.SutInfo(new SutInfo { ModelName = "X1", VersionInfo = [new VersionInfoBlockItem { ComponentType = 1, VersionId = "2.0" }] }),
    })));

    public static TCIMsg StartBsmTx { get; } = Message(new Frame.D31611(new TCI31611.Request(new TCI31611Request
    {
        MessageId = 2,
        Value = new TCIWsmStartWsmTx { Psid = new VarLengthNumber.Content(32), Radio = new RadioInterface { Radio = Radio.Radio0 } },
    })));

    public static TCIMsg Received { get; } = Message(new Frame.D29451(new TCI29451.Indication(new Indication
    {
        Radio = new RadioInterface { Radio = Radio.Radio1 },
        Event = Event.EWsmPktRx,
        EventParams = new EventParams.Wsm(new WsmParameters
        {
            Radio = new RadioInterface { Radio = Radio.Radio1 },
            Psid = new VarLengthNumber.Extension(new Ext1.Content(0x100)),
            WsmpVersion = 3,
            ChannelIdentifier = 183,
        }),
        Pdu = new Pdu { PduType = PduType.D16093payload, PduData = OctetString.FromHex("00140102") },
    })));

    public static TCIMsg[] All { get; } = [RequestSutInfo, SetTestId, SetLatitude, SetSpeed, Accepted, SutInfo, StartBsmTx, Received];

    private static TCIMsg SutRequest(int id, IAsn1Type value) =>
        Message(new Frame.SutCtrl(new TCISutControl.Request(new TCISutControlRequest { MessageId = id, Value = value })));

    private static TCIMsg Message(Frame frame) => new() { Version = 3, Time = Time, Frame = frame };
}
