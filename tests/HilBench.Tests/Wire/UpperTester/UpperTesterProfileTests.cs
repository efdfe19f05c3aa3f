using HilBench.Asn1;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Wire.UpperTester;

/// <summary>The Upper Tester's messages against octets written out by hand from the public code tables and layouts. No implementation that is not ours runs here.</summary>
internal sealed class UpperTesterProfileTests
{
    private static readonly TestCaseData[] Octets =
    [
        Case("etsi-1.5.1", new Initialize(), "00 0000000000000000"),
        Case("etsi-1.5.1", new UpperTesterResult(UpperTesterMessageType.InitializeResult, Done: true), "01 01"),
        Case("etsi-1.5.1", new ChangePosition(1000, -2000, 150), "02 000003E8 FFFFF830 00000096"),
        Case("etsi-2015", new ChangePosition(1000, -2000, -100), "02 000003E8 FFFFF830 9C"),
        Case("etsi-1.5.1", new PlainMessage(UpperTesterMessageType.ChangePseudonym), "04"),
        Case("etsi-1.5.1", new CamTrigger(UpperTesterMessageType.CamSpeed, 500) { IsChange = true }, "31 01F4"),
        Case("etsi-1.5.1", new CamTrigger(UpperTesterMessageType.CamYawRate, -2) { IsChange = true }, "36 FFFE"),
        Case("etsi-1.5.1", new CamTrigger(UpperTesterMessageType.CamAccelerationControl, 0b100_0000), "32 80"),
        Case("etsi-1.5.1", new CamTrigger(UpperTesterMessageType.CamEmbarkationStatus, 1), "3B FF"),
        Case("etsi-1.5.1", new CamPtActivation(1, OctetString.FromHex("0A0B")), "3C 01 02 0A0B"),
        Case("etsi-1.5.1", new CamTrigger(UpperTesterMessageType.CamLightBarSiren, 0b10), "3F 80"),
        Case("etsi-2015", new CamTrigger(UpperTesterMessageType.CamLightBarSiren, 0b10), "3F 40"),
        Case("fsmsgtool", new CamTrigger(UpperTesterMessageType.CamLightBarSiren, 0b10), "3E 80"),
        Case("fsmsgtool", new CamTrigger(UpperTesterMessageType.CamState, 0), "20 00"),

        // Nothing optional: their places stay, filled with zeros.
        Case(
            "etsi-1.5.1",
            new DenmTrigger { DetectionTime = 0x0102_0304_0506, Cause = 94, SubCause = 2, InformationQuality = 3, RelevanceDistance = 4 },
            "10 00 010203040506 000000 000000 03 5E 02 04 00 0000 0000 00"),
        Case(
            "etsi-1.5.1",
            new DenmTrigger
            {
                DetectionTime = 1,
                ValidityDuration = 600,
                RepetitionDuration = 10,
                Cause = 3,
                TrafficDirection = 1,
                TransmissionInterval = 1000,
                RepetitionInterval = 500,
                Alacarte = OctetString.FromHex("0000"),
            },
            "10 D6 000000000001 000258 00000A 00 03 00 00 01 03E8 01F4 02 0000"),
        Case("etsi-1.5.1", new DenmResult(UpperTesterMessageType.DenmTriggerResult, Done: true, 0xDEADBEEF, 7), "11 01 DEADBEEF 0007"),
        Case(
            "etsi-1.5.1",
            new DenmUpdate { StationId = 0xDEADBEEF, SequenceNumber = 7, DetectionTime = 2, Situation = new DenmSituation(5, 9, 1), RelevanceDistance = 0 },
            "12 60 DEADBEEF 0007 000000000002 000000 05 09 01 00 00 0000 0000"),
        Case("etsi-1.5.1", new DenmTermination(0xDEADBEEF, 7), "14 DEADBEEF 0007"),
        Case("etsi-1.5.1", new PlainMessage(UpperTesterMessageType.NotSupported), "24"),
        Case("etsi-1.5.1", new UnicastTrigger(OctetString.FromHex("1400020000000007"), 1000, 2, OctetString.FromHex("AB")), "50 1400020000000007 03E8 02 0001 AB"),
        Case(
            "etsi-1.5.1",
            new AreaTrigger(UpperTesterMessageType.GnBroadcast)
            {
                Shape = 1,
                LifetimeMilliseconds = 1000,
                TrafficClass = 0x81,
                Latitude = 1,
                Longitude = -1,
                DistanceA = 100,
                DistanceB = 50,
                Angle = 45,
                Payload = OctetString.FromHex("0102"),
            },
            "51 01 03E8 81 000000 00000001 FFFFFFFF 0064 0032 002D 0002 0102"),
        Case("etsi-1.5.1", new HopTrigger(UpperTesterMessageType.GnSingleHop, 3, OctetString.FromHex("01")), "53 03 0001 01"),
        Case("etsi-1.5.1", new HopTrigger(UpperTesterMessageType.GnMultiHop, 3, default) { Hops = 5, LifetimeMilliseconds = 50 }, "54 05 0032 03 0000"),
        Case("etsi-1.5.1", new BtpTrigger(UpperTesterMessageType.BtpB, 2001, 5), "72 07D1 0005"),
        Case("etsi-2015", new BtpTrigger(UpperTesterMessageType.BtpB, 2001, 5), "71 07D1 0005"),
        Case("etsi-1.5.1", new ReceptionEvent(UpperTesterMessageType.BtpEvent, OctetString.FromHex("AABB")), "73 0002 AABB"),
        Case("etsi-2015", new ReceptionEvent(UpperTesterMessageType.BtpEvent, OctetString.FromHex("AABB")), "63 0002 AABB"),
    ];

    [TestCaseSource(nameof(Octets))]
    public void A_message_has_the_octets_that_the_profile_gives_it(string profile, UpperTesterMessage message, string octets)
    {
        var expected = Convert.FromHexString(octets.Replace(" ", string.Empty, StringComparison.Ordinal));
        var table = UpperTesterProfile.Load(profile);

        Assert.That(Convert.ToHexString(table.Encode(message)), Is.EqualTo(Convert.ToHexString(expected)));
        Assert.That(table.TryDecode(expected, out var decoded, out var error), Is.True, error?.ToString());
        Assert.That(decoded, Is.EqualTo(message));
    }

    [Test]
    public void What_a_profile_cannot_say_is_refused_with_the_field_and_the_profile()
    {
        var table = UpperTesterProfile.Load("etsi-2015");

        Assert.Multiple(() =>
        {
            Assert.That(() => table.Encode(new ChangePosition(0, 0, 500)), Throws.InstanceOf<ArgumentException>().With.Message.Contains("altitude-change has -128 to 127 in the profile etsi-2015"));
            Assert.That(() => table.Encode(new CamTrigger(UpperTesterMessageType.CamState, 1)), Throws.ArgumentException.With.Message.Contains("etsi-2015 has no cam-state"));
            Assert.That(
                () => table.Encode(new HopTrigger(UpperTesterMessageType.GnSingleHop, 0, default) { Hops = 2 }),
                Throws.ArgumentException.With.Message.Contains("gn-single-hop has no hops"));
            Assert.That(() => UpperTesterProfile.Load("etsi-9"), Throws.ArgumentException.With.Message.Contains("there are: etsi-1.5.1, etsi-2015, fsmsgtool"));
        });
    }

    [TestCase("", "octet 0: a message has at least its code")]
    [TestCase("99", "octet 0: the profile etsi-1.5.1 has no message with code 99")]
    [TestCase("0102", "octet 1: initialize-result: done is 00 or 01; found 02")]
    [TestCase("31AA", "octet 1: cam-speed: change has 2 octets, 1 are left")]
    [TestCase("31AABBCC", "octet 3: cam-speed ends here; 1 octets follow")]
    [TestCase("3F20", "octet 1: cam-light-bar-siren: value has 2 bits at the high end")]
    [TestCase("23FFFF00", "octet 1: cam-event: the length of packet is 65535, 1 octets follow")]
    public void What_is_no_message_is_told_with_its_place(string octets, string error)
    {
        Assert.That(UpperTesterProfile.Load("etsi-1.5.1").TryDecode(Convert.FromHexString(octets), out _, out var found), Is.False);
        Assert.That(found.ToString(), Does.StartWith(error));
    }

    [TestCase("", "line 1: there is no message")]
    [TestCase("a,b,c", "line 1: expected the heading message,code,fields, found 'a,b,c'")]
    [TestCase("message,code,fields\ninitialise,00,", "line 2: 'initialise' is no message; there are: initialize")]
    [TestCase("message,code,fields\ninitialize,0,", "line 2: expected a code of two hexadecimal digits, found '0'")]
    [TestCase("message,code,fields\ninitialize,00\n", "line 2: expected message,code,fields, found 2 cells")]
    [TestCase("message,code,fields\ninitialize,00,certificate:u9", "line 2: 'certificate:u9' is no field; expected name:type")]
    [TestCase("message,code,fields\ninitialize,00,speed:u8", "line 2: initialize has no speed; it has: certificate")]
    [TestCase("message,code,fields\ninitialize,00,certificate:u8", "line 2: certificate is octets; take a type for that")]
    [TestCase("message,code,fields\ncam-speed,31,value:u16/80", "line 2: value depends on a bit of flags")]
    [TestCase("message,code,fields\ncam-speed,31,value:u16/100", "line 2: 'value:u16/100' ends with a flag")]
    [TestCase("message,code,fields\ncam-speed,31,value:u16 value:u16", "line 2: value stands twice")]
    [TestCase("message,code,fields\n# once\ncam-speed,31,\ncam-heading,31,", "line 4: cam-heading with code 31 meets cam-speed with code 31")]
    public void A_wrong_table_is_refused_with_line_and_remedy(string text, string error) =>
        Assert.That(() => UpperTesterProfile.Parse("lab", text), Throws.TypeOf<FormatException>().With.Message.Contains($"profile lab, {error}"));

    private static TestCaseData Case(string profile, UpperTesterMessage message, string octets) =>
        new TestCaseData(profile, message, octets).SetArgDisplayNames(profile, octets);
}
