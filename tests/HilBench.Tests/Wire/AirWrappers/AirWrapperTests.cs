using HilBench.Tests.Wire.GeoNetworking;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.AirWrappers;

internal sealed class AirWrapperTests
{
    private const ushort Wsmp = 0x88DC;
    private const ushort GeoNetworking = 0x8947;

    private static byte[] Cam => GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, EtsiSamples.Messages[0].Octets).Encode();

    [Test]
    public void A_frame_that_a_unit_received_by_DSRC_is_found_with_channel_rate_signal_noise_and_busy_ratio()
    {
        var header = Unwrap(Wrapped.DsrcReceived(Wrapped.Wireless(GeoNetworking, Cam)), isC2p: true, out var packet);

        Assert.That((header.EtherType, header.Source), Is.EqualTo((GeoNetworking, "02:00:00:00:00:07")));
        Assert.That(packet, Is.EqualTo(Cam));
        Assert.That(header.Radio, Is.EqualTo(new RadioReport
        {
            Received = true,
            Channel = 178,
            KilobitsPerSecond = 6000,
            SignalDbm = -70,
            NoiseDbm = -95,
            BusyRatio = 0.123,
            UnitMilliseconds = Wrapped.UnitMilliseconds,
        }));
    }

    [Test]
    public void A_frame_that_a_unit_sent_by_DSRC_is_found_with_channel_and_power()
    {
        var header = Unwrap(Wrapped.DsrcSent(Wrapped.Wireless(Wsmp, Wrapped.Wsmp())), isC2p: true, out var packet);

        Assert.That(header.EtherType, Is.EqualTo(Wsmp));
        Assert.That(packet, Is.EqualTo(Wrapped.Wsmp()));
        Assert.That(header.Radio, Is.EqualTo(new RadioReport
        {
            Received = false,
            Channel = 180,
            KilobitsPerSecond = 12_000,
            PowerDbm = 23,
            UnitMilliseconds = Wrapped.UnitMilliseconds,
        }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_packet_that_a_unit_received_by_C_V2X_is_found_with_a_frame_around_it_and_without(bool framed)
    {
        var header = Unwrap(Wrapped.Cv2xReceived(Wsmp, framed ? Wrapped.Wireless(Wsmp, Wrapped.Wsmp()) : Wrapped.Wsmp()), isC2p: true, out var packet);

        Assert.That(header.EtherType, Is.EqualTo(Wsmp));
        Assert.That(packet, Is.EqualTo(Wrapped.Wsmp()));
        Assert.That((header.Radio!.Received, header.Radio.SignalDbm, header.Radio.KilobitsPerSecond), Is.EqualTo((true, -80, (int?)null)));
    }

    [Test]
    public void A_packet_of_an_EtherType_that_octets_alone_do_not_tell_is_found_by_the_header_of_C_V2X()
    {
        byte[] dsmp = [0x04, 0x6F, 0x00, 0x02, 0xAB, 0xCD];
        var header = Unwrap(Wrapped.Cv2xReceived(0x88E2, dsmp), isC2p: true, out var packet);

        Assert.That(header.EtherType, Is.EqualTo(0x88E2));
        Assert.That(packet, Is.EqualTo(dsmp));
    }

    [Test]
    public void A_frame_that_a_unit_sent_by_C_V2X_is_found_with_its_power()
    {
        var header = Unwrap(Wrapped.Cv2xSent(Wrapped.Wireless(Wsmp, Wrapped.Wsmp())), isC2p: true, out var packet);

        Assert.That(packet, Is.EqualTo(Wrapped.Wsmp()));
        Assert.That((header.Radio!.Received, header.Radio.PowerDbm), Is.EqualTo((false, 20)));
    }

    [Test]
    public void What_is_no_C2P_by_its_port_is_found_by_its_octets()
    {
        byte[][] wrapped =
        [
            Wrapped.Wsmp(),
            [1, .. Wrapped.Wsmp()],
            new LlcSnapPacket { EtherType = Wsmp, Payload = Wrapped.Wsmp() }.Encode(),
            Wrapped.Wireless(Wsmp, Wrapped.Wsmp()),
            new EthernetFrame { Destination = EthernetFrame.Broadcast, Source = new byte[6], EtherType = Wsmp, Payload = Wrapped.Wsmp() }.Encode(),
            Wrapped.DsrcReceived(Wrapped.Wireless(Wsmp, Wrapped.Wsmp())),
        ];

        foreach (var octets in wrapped)
        {
            Assert.That(Unwrap(octets, isC2p: false, out var packet).EtherType, Is.EqualTo(Wsmp));
            Assert.That(packet, Is.EqualTo(Wrapped.Wsmp()), Convert.ToHexString(octets));
        }

        Assert.That(Unwrap(Cam, isC2p: false, out _).EtherType, Is.EqualTo(GeoNetworking), "11 00 is GeoNetworking, not C2P");
    }

    [TestCase("", "octet 0: the packet is empty")]
    [TestCase("13", "octet 0: C2P version 1, kind 3; of version 1, kinds 1, 2, 7 and 8")]
    [TestCase("21", "octet 0: C2P version 2, kind 1; of version 1, kinds 1, 2, 7 and 8")]
    [TestCase("110000", "octet 3: a C2P header of kind 1 has 34 octets and a frame follows; 3 octets are there")]
    [TestCase("170000000000000000030000B000FFFF", "octet 14: no V2X packet: expected")]
    public void What_carries_no_frame_is_told_with_its_place(string octets, string error)
    {
        Assert.That(AirWrapper.TryUnwrap(Convert.FromHexString(octets), isC2p: true, out _, out var found), Is.False);
        Assert.That(found.ToString(), Does.StartWith(error));
    }

    [TestCase("08", "octet 1: an IEEE 802.11 header has at least 24 octets, 1 are there")]
    [TestCase("09 00 0000 FFFFFFFFFFFF FFFFFFFFFFFF FFFFFFFFFFFF 0000", "octet 0: IEEE 802.11 protocol version 1")]
    [TestCase("80 00 0000 FFFFFFFFFFFF FFFFFFFFFFFF FFFFFFFFFFFF 0000", "octet 0: an IEEE 802.11 frame of type 0, subtype 8")]
    [TestCase("08 40 0000 FFFFFFFFFFFF FFFFFFFFFFFF FFFFFFFFFFFF 0000", "octet 1: an encrypted")]
    [TestCase("08 03 0000 FFFFFFFFFFFF FFFFFFFFFFFF FFFFFFFFFFFF 0000", "octet 24: the IEEE 802.11 header has 30 octets, 24 are there")]
    [TestCase("08 00 0000 FFFFFFFFFFFF FFFFFFFFFFFF FFFFFFFFFFFF 0000 AABB", "octet 25: found 0xBB, expected 0xAA")]
    public void What_is_no_data_frame_of_IEEE_802_11_is_told_with_its_place(string octets, string error)
    {
        Assert.That(WirelessFrame.TryParse(Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal)), isPadded: false, out _, out var found), Is.False);
        Assert.That(found.ToString(), Does.StartWith(error));
    }

    [TestCase("0801", 0x0B, TestName = "To the system: address 2")]
    [TestCase("0802", 0x0C, TestName = "From the system: address 3")]
    [TestCase("0803", 0x0D, TestName = "Between systems: address 4")]
    public void The_source_of_a_frame_is_where_the_system_bits_say(string control, int last)
    {
        byte[] frame =
        [
            .. Convert.FromHexString(control), 0, 0, 2, 0, 0, 0, 0, 0xA, 2, 0, 0, 0, 0, 0xB, 2, 0, 0, 0, 0, 0xC, 0, 0,
            .. control == "0803" ? (byte[])[2, 0, 0, 0, 0, 0xD] : [],
            .. new LlcSnapPacket { EtherType = Wsmp, Payload = Wrapped.Wsmp() }.Encode(),
        ];

        Assert.That(WirelessFrame.TryParse(frame, isPadded: false, out var found, out _), Is.True);
        Assert.That(found!.Source.Span[5], Is.EqualTo(last));
        Assert.That(found.Packet.Payload.ToArray(), Is.EqualTo(Wrapped.Wsmp()));
    }

    [Test]
    public void A_radiotap_header_that_ends_early_gives_what_it_holds()
    {
        byte[] header = [0, 0, 10, 0, 0x2E, 0, 0, 0, 0x10, 12];

        Assert.That(RadiotapHeader.TryParse(header, out var found, out _), Is.True);
        Assert.That((found!.HasCheckSequence, found.Radio.KilobitsPerSecond, found.Radio.Channel), Is.EqualTo((true, 6000, (int?)null)));
        Assert.That(RadiotapHeader.TryParse([0, 0, 8, 0, 0, 0, 0, 0x80], out _, out var error), Is.False);
        Assert.That(error.ToString(), Does.StartWith("octet 8: the words that say"));
    }

    private static LinkHeader Unwrap(byte[] octets, bool isC2p, out byte[] packet)
    {
        Assert.That(AirWrapper.TryUnwrap(octets, isC2p, out var header, out var error), Is.True, error?.ToString());
        packet = octets[header.PayloadOffset..];
        return header;
    }
}
