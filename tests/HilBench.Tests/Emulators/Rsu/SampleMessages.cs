using HilBench.Asn1;
using HilBench.Tests.Wire.Decoding;
using HilBench.Tests.Wire.Properties;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Ieee1609.Dot2;

namespace HilBench.Tests.Emulators.Rsu;

/// <summary>Messages that units repeat, forward and hear.</summary>
internal static class SampleMessages
{
    /// <summary>A MessageFrame of a SPaT, in hexadecimal.</summary>
    public static string Spat { get; } = Convert.ToHexString(Samples.Spat());

    /// <summary>Another one.</summary>
    public static string OtherSpat { get; } = Convert.ToHexString(Samples.Spat(minEndTime: 950).Encode());

    /// <summary>A message as WSMP carries it, unsecured.</summary>
    public static WsmpMessage Wsm(Psid psid, string hex) => new()
    {
        Psid = psid,
        ChannelNumber = 183,
        Payload = Dot2Data.WrapUnsecured(Convert.FromHexString(hex)),
    };

    /// <summary>The same, signed by nobody.</summary>
    public static WsmpMessage Signed(Psid psid, string hex)
    {
        var content = (Ieee1609Dot2Content.SignedData)Dot2Samples.Signed.Content;
        var inner = new Ieee1609Dot2Data { ProtocolVersion = 3, Content = new Ieee1609Dot2Content.UnsecuredData(OctetString.FromHex(hex)) };
        var data = Dot2Samples.Signed with
        {
            Content = new Ieee1609Dot2Content.SignedData(content.Value with
            {
                TbsData = content.Value.TbsData with { Payload = new SignedDataPayload { Data = inner } },
            }),
        };
        return new WsmpMessage { Psid = psid, ChannelNumber = 183, Payload = data.EncodeOer() };
    }
}
