using HilBench.Wire.GbT20999;

namespace HilBench.Tests.Wire.GbT20999;

internal sealed class GbFrameTests
{
    private static readonly GbParty Party = new(GbParty.Version102, 7, 0x009A2109, 1);

    [Test]
    public void The_public_golden_frame_is_read_and_written_back_octet_for_octet()
    {
        var octets = GbSamples.Octets(GbSamples.Golden);

        Assert.That(GbFrame.TryParse(octets, out var frame, out var error), Is.True, error.ToString());
        Assert.That(frame!.Party, Is.EqualTo(new GbParty(GbParty.Version100, 5, 0x000C48FC, 1)));
        Assert.That(frame.ToString(), Is.EqualTo("Set 19: 17.1.2.1 = 01, 17.1.3.1 = 01, 17.1.4.1 = 21"));
        Assert.That(frame.Encode(), Is.EqualTo(octets));
    }

    [Test]
    public void Public_exchanges_with_a_controller_are_read_and_written_back_octet_for_octet()
    {
        foreach (var (request, answer) in GbSamples.Exchanges)
        {
            Assert.That(Same(answer).Objects[0].Id, Is.EqualTo(Same(request).Objects[0].Id));
        }
    }

    [Test]
    public void What_a_controller_answered_means_what_the_enumerations_say()
    {
        Assert.That((GbStageState)Answered(GbObjects.StageState.Of(1)).Data[0], Is.EqualTo(GbStageState.Changing));
        Assert.That((GbRunMode)Answered(GbObjects.RunMode.Of(1)).Data[0], Is.EqualTo(GbRunMode.LocalCoordinated));
        Assert.That((GbLampState)Answered(GbObjects.LampGroupState.Of(1)).Data[0], Is.EqualTo(GbLampState.Off));
        Assert.That(Answered(GbObjects.StageRemaining.Of(1)).Number, Is.EqualTo(5));
        Assert.That(GbTime.Read(Answered(GbObjects.UniversalTime).Data.AsSpan()), Is.EqualTo(new DateTimeOffset(2021, 9, 10, 9, 42, 27, TimeSpan.Zero)));
        Assert.That((GbErrorCode)Answered(new GbObjectId(17, 2, 1, 1)).Data[0], Is.EqualTo(GbErrorCode.NotThere));
    }

    [Test]
    [Category("Peer")]
    public void Python3_crcmod_makes_the_same_check_values()
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/crcmod"))
        {
            Peers.Missing("crcmod for /usr/bin/python3 is not installed", "apt-get install python3-crcmod");
        }

        var random = new Random(20999);
        var texts = Enumerable.Range(0, 200).Select(_ =>
        {
            var octets = new byte[random.Next(1, 300)];
            random.NextBytes(octets);
            return octets;
        }).ToArray();
        const string Program = "import sys,crcmod\nf=crcmod.mkCrcFun(0x11005,0,False,0)\nfor h in sys.argv[1:]: print('%04X' % f(bytes.fromhex(h)))";

        var theirs = Peers.Run("/usr/bin/python3", ["-c", Program, .. texts.Select(Convert.ToHexString)]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(texts.Select(octets => GbCrc.Of(octets).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(theirs));
    }

    [TestCase("7e", "octet 1: 1 octets, a GB/T 20999 frame has 17 at the least")]
    [TestCase("7d001301000500000000000110010104010100005A917d", "octet 0: found 0x7D, expected 0x7E, the start of a GB/T 20999 frame")]
    [TestCase("7e001401000500000000000110010104010100005A917d", "octet 1: the length says 20 octets from the version to the CRC, the frame has 19")]
    [TestCase("7e001301000500000000000110010104010100005A917e", "octet 22: found 0x7E, expected 0x7D, the end of a GB/T 20999 frame")]
    [TestCase("7e001301000500000000000110010104010100005A927d", "octet 20: the CRC is 0x5A92, expected 0x5A91 (x16+x12+x2+1 from 0, before escaping)")]
    public void A_frame_that_is_none_is_told_with_octet_and_expectation(string hex, string message)
    {
        Assert.That(GbFrame.TryParse(GbSamples.Octets(hex), out _, out var error), Is.False);
        Assert.That(error.ToString(), Is.EqualTo(message));
    }

    [Test]
    public void Values_that_do_not_fit_their_frame_are_told()
    {
        Assert.That(Error(count: 2, length: 4), Is.EqualTo("octet 20: value 2 of 2 does not fit: 0 octets are left, it has 6 at the least"));
        Assert.That(Error(count: 1, length: 5), Is.EqualTo("octet 15: value 1 of 1 says 5 octets, expected 4 to 4"));
        Assert.That(Error(count: 1, length: 3), Is.EqualTo("octet 15: value 1 of 1 says 3 octets, expected 4 to 4"));
        Assert.That(Error(count: 0, length: 4), Is.EqualTo("octet 14: 6 octets follow the 0 values that the frame says it has"));
    }

    [Test]
    public void A_frame_that_cannot_be_is_not_written()
    {
        var big = GbFrame.Of(Party, 1, GbFrameType.Set, (GbObjects.Manufacturer, [.. new byte[252]]));
        var many = GbFrame.Of(Party, 1, GbFrameType.Query, Enumerable.Range(0, 256).Select(_ => (GbObjects.PlanCount, System.Collections.Immutable.ImmutableArray<byte>.Empty)));

        Assert.That(big.Encode, Throws.InvalidOperationException.With.Message.Contains("251 octets"));
        Assert.That(many.Encode, Throws.InvalidOperationException.With.Message.Contains("255 values"));
    }

    [Test]
    public void A_trap_brings_alarms_and_faults()
    {
        var at = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        var alarm = new GbReport(IsFault: false, 1, 7, 0x60, 0x70, at);
        var fault = new GbReport(IsFault: true, 2, 3, 0x20, 0x10, at);
        var trap = GbFrame.Of(Party, 9, GbFrameType.Trap, [.. alarm.Values(), .. fault.Values()]);

        Assert.That(GbFrame.TryParse(trap.Encode(), out var read, out _), Is.True);
        Assert.That(GbReport.Read(read!), Is.EqualTo([alarm, fault]));
    }

    private static GbFrame Same(string hex)
    {
        var octets = GbSamples.Octets(hex);
        Assert.That(GbFrame.TryParse(octets, out var frame, out var error), Is.True, $"{hex}: {error}");
        Assert.That(frame!.Encode(), Is.EqualTo(octets));
        return frame;
    }

    private static GbObject Answered(GbObjectId id) => GbSamples.Exchanges
        .Select(exchange => GbFrame.TryParse(GbSamples.Octets(exchange.Answer), out var frame, out _) ? frame.Objects[0] : null)
        .First(value => value?.Id == id)!;

    private static string Error(byte count, byte length)
    {
        var octets = GbFrame.Of(Party, 1, GbFrameType.Query, (GbObjects.PlanCount, [])).Encode();
        (octets[13], octets[15]) = (count, length);
        var crc = GbCrc.Of(octets.AsSpan(1, octets.Length - 4));
        (octets[^3], octets[^2]) = ((byte)(crc >> 8), (byte)crc);
        Assert.That(GbFrame.TryParse(octets, out _, out var error), Is.False);
        return error.ToString()!;
    }
}
