using CsCheck;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.GeoNetworking;

internal sealed class GeoNetworkingPduTests
{
    private const string Source = "1400020000000007" + "B2D05E01" + "1D1EED7C" + "FE991455" + "FF06" + "0AC3";
    private const string Area = "1D1EED7C" + "FE991455" + "012C" + "0064" + "002D" + "0000";

    // Basic header: version 1, common header next, 60 s, 10 hops. Common header: BTP-B, type, class 2, mobile, 5 octets, 10 hops.
    private const string Basic = "11001A0A";
    private const string Payload = "07D20000AA";

    private static readonly int[] Types = [0x10, 0x20, 0x30, 0x31, 0x32, 0x40, 0x41, 0x42, 0x50, 0x51, 0x60, 0x61];

    [TestCase("20100280" + "00000100", Source, "", typeof(Beacon), TestName = "beacon")]
    [TestCase("20500280" + "00050A00", Source + "00000000", Payload, typeof(SingleHopBroadcast), TestName = "single-hop broadcast")]
    [TestCase("20510280" + "00050A00", "00080000" + Source, Payload, typeof(MultiHopBroadcast), TestName = "topologically scoped broadcast")]
    [TestCase("20400280" + "00050A00", "00070000" + Source + Area, Payload, typeof(GeoBroadcast), TestName = "geo-broadcast, circle")]
    [TestCase("20410280" + "00050A00", "00070000" + Source + Area, Payload, typeof(GeoBroadcast), TestName = "geo-broadcast, rectangle")]
    [TestCase("20420280" + "00050A00", "00070000" + Source + Area, Payload, typeof(GeoBroadcast), TestName = "geo-broadcast, ellipse")]
    [TestCase("20320280" + "00050A00", "00070000" + Source + Area, Payload, typeof(GeoBroadcast), TestName = "geo-anycast, ellipse")]
    [TestCase("20200280" + "00050A00", "00090000" + Source + "9400020000000008" + "00000005" + "00000001" + "FFFFFFFE", Payload, typeof(GeoUnicast), TestName = "geo-unicast")]
    [TestCase("00600280" + "00000A00", "000A0000" + Source + "9400020000000008", "", typeof(LocationServiceRequest), TestName = "location service request")]
    [TestCase("00610280" + "00000A00", "000B0000" + Source + "9400020000000008" + "00000005" + "00000001" + "FFFFFFFE", "", typeof(GeoUnicast), TestName = "location service reply")]
    public void Octets_made_by_hand_are_read_and_written_again(string common, string extended, string payload, Type type)
    {
        var octets = Convert.FromHexString(Basic + common + extended + payload);
        var pdu = Parse([.. octets, 0, 0, 0]);

        Assert.That(pdu.Extended, Is.TypeOf(type));
        Assert.That(Convert.ToHexString(pdu.Payload.Span), Is.EqualTo(payload), "without the padding");
        Assert.That(pdu.Encode(), Is.EqualTo(octets));
    }

    [Test]
    public void The_fields_of_an_area_and_of_a_position_are_where_the_clauses_say()
    {
        var pdu = Parse(Convert.FromHexString(Basic + "20410280" + "00050A00" + "00070000" + Source + Area + Payload));
        var area = (GeoBroadcast)pdu.Extended!;

        Assert.That((pdu.Basic.Lifetime.Multiplier, pdu.Basic.Lifetime.Base, pdu.Basic.RemainingHopLimit), Is.EqualTo((6, LifeTimeBase.S10, 10)));
        Assert.That((pdu.Common!.TrafficClass.Identifier, pdu.Common.Flags.IsMobile, pdu.Common.PayloadLength), Is.EqualTo((2, true, 5)));
        Assert.That((area.SequenceNumber, area.DistanceA, area.DistanceB, area.Angle), Is.EqualTo((7, 300, 100, 45)));
        Assert.That(PositionQuantities.Of(area.Source), Is.EqualTo(new PositionQuantities(48.856614m, -2.3522219m, -2.5m, 275.5m)));
    }

    [TestCase("", 0, "a basic header has 4 octets, 0 are there")]
    [TestCase("11001A", 3, "a basic header has 4 octets, 3 are there")]
    [TestCase("01001A0A", 0, "version 0, expected 1")]
    [TestCase("21001A0A", 0, "version 2, expected 1")]
    [TestCase("11001A0A" + "20500280000501", 11, "a common header has 8 octets, 7 follow")]
    [TestCase("11001A0A" + "2050028000050100" + "00", 5, "the header of type 80 has 28 octets and the payload 5; 1 follow")]
    [TestCase("11001A0A" + "2050028000060100" + Source + "00000000" + Payload, 8, "the header of type 80 has 28 octets and the payload 6; 33 follow")]
    public void What_is_wrong_is_said_with_its_offset(string hex, int offset, string expected)
    {
        Assert.That(GeoNetworkingPdu.TryParse(Convert.FromHexString(hex), out var pdu, out var error), Is.False);
        Assert.That((pdu, error?.Offset, error?.Message), Is.EqualTo((null as GeoNetworkingPdu, offset, expected)));
    }

    [Test]
    public void Reserved_bits_and_hop_limits_are_deviations_and_the_octets_are_kept()
    {
        var octets = Convert.FromHexString("11FF1A0B" + "2F4002FF" + "00050AEE" + "00070001" + Source + Area[..^4] + "0002" + Payload);
        var pdu = Parse(octets);

        Assert.That(
            pdu.Deviations.Select(deviation => $"{deviation.Path} {deviation.BitOffset} {deviation.Found}"),
            Is.EqualTo((string[])
            [
                "basic.reserved 8 255",
                "common.reserved 4 15",
                "common.flags.reserved 25 127",
                "common.maximumHopLimit 48 10, remaining 11",
                "common.reserved2 56 238",
                "extended.reserved 16 1",
                "extended.reserved2 336 2",
            ]));
        Assert.That(pdu.Encode(), Is.EqualTo(octets));
    }

    [Test]
    public void A_secured_packet_keeps_its_octets_and_what_was_in_it_is_read_from_the_common_header_on()
    {
        var inner = "20500280" + "00050100" + Source + "00000000" + Payload;
        var pdu = Parse(Convert.FromHexString("12001A01" + "0381" + inner));

        Assert.That((pdu.Common, pdu.Extended, pdu.Basic.NextHeader), Is.EqualTo((null as CommonHeader, null as object, NextAfterBasicValues.SecuredPacket)));
        Assert.That(Convert.ToHexString(pdu.Payload.Span), Is.EqualTo("0381" + inner));
        var common = pdu.Basic with { NextHeader = NextAfterBasicValues.CommonHeader };
        Assert.That(GeoNetworkingPdu.TryParse(common, pdu.Payload[2..], out var content, out _), Is.True);
        Assert.That(Convert.ToHexString(content!.Payload.Span), Is.EqualTo(Payload));
    }

    [Test]
    public void A_header_type_that_is_not_known_keeps_all_that_follows() =>
        Assert.That(Parse(Convert.FromHexString("11001A0A" + "2070028000050100" + "0102030405060708")).Payload.Length, Is.EqualTo(8));

    [Test]
    public void Any_octets_that_are_a_packet_are_written_again_bit_by_bit() =>
        Gen.Select(Gen.Int[0, Types.Length - 1].Select(i => Types[i]), Gen.Byte.Array[60], Gen.Byte.Array[0, 40], Gen.Bool).Sample((type, headers, payload, isKnown) =>
        {
            var length = isKnown ? ExtendedHeader.LengthOf(type)!.Value : 48;
            byte[] octets = [.. headers[..(12 + length)], .. payload];
            octets[0] = 0x11;
            (octets[5], octets[8], octets[9]) = (isKnown ? (byte)type : octets[5], 0, (byte)payload.Length);
            return !GeoNetworkingPdu.TryParse(octets, out var pdu, out _) ? !isKnown : octets.AsSpan().StartsWith(pdu.Encode()) && (!isKnown || pdu.Encode().Length == octets.Length);
        });

    [Test]
    public void Random_octets_never_throw() =>
        Gen.Byte.Array[0, 80].Sample(octets => GeoNetworkingPdu.TryParse(octets, out var pdu, out var error) ? error is null && pdu.Deviations.Count >= 0 : pdu is null && error is not null);

    [TestCase("beacon", 0x10, "")]
    [TestCase("single-hop broadcast", 0x50, "00000000")]
    [TestCase("geo-broadcast", 0x40, "00070000" + Area)]
    public void A_packet_cut_anywhere_is_told(string name, int type, string more)
    {
        var octets = Convert.FromHexString($"{Basic}20{type:X2}028000050A00{Source}{more}{Payload}");
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.That(GeoNetworkingPdu.TryParse(octets.AsMemory(0, length), out _, out var error), Is.False, $"{name}, {length} octets");
            Assert.That(error?.Offset, Is.AtMost(length));
        }
    }

    private static GeoNetworkingPdu Parse(byte[] octets)
    {
        Assert.That(GeoNetworkingPdu.TryParse(octets, out var pdu, out var error), Is.True, error?.ToString());
        return pdu!;
    }
}
