using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Wire.Tscbm;

internal sealed class TscbmMessageTests
{
    [Test]
    [Category("Peer")]
    public void A_datagram_recorded_by_V2X_Hub_shows_green_for_phases_2_and_6_and_encodes_to_the_same_octets()
    {
        var octets = File.ReadAllBytes(Repository.RequireShared("facts/tscbm-v2xhub.bin"));

        Assert.That(TscbmMessage.TryParse(octets, out var message, out var error), Is.True, error?.ToString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(octets, Has.Length.EqualTo(TscbmMessage.ShortLength));
            Assert.That(message!.PhaseGreens, Is.EqualTo(1 << 1 | 1 << 5));
            Assert.That(message.PhaseReds, Is.EqualTo(0xFFDD));
            Assert.That(message.PhaseYellows, Is.Zero);
            Assert.That(message.DontWalks, Is.EqualTo(0xFFFF));
            Assert.That(message.MessageVersion, Is.EqualTo(1));
            Assert.That(message.Blocks[3], Is.EqualTo(new TscbmBlock(4, 40, TscbmBlock.Unknown, 40, TscbmBlock.Unknown, 0, 0)));
            Assert.That(message.PedCalls, Is.Null);
            Assert.That(message.Timestamp.AsHourMinuteSecond, Is.EqualTo(new TimeSpan(1, 32, 33)));
            Assert.That(message.Timestamp.AsSecondsOfDay, Is.EqualTo(TimeSpan.FromSeconds(0x012021)));
            Assert.That(message.Encode(), Is.EqualTo(octets));
        }
    }

    [Test]
    public void The_long_form_carries_pedestrian_calls_and_detects()
    {
        var message = Sample() with { PedCalls = 0x0102, PedDetects = 0x0304 };
        var octets = message.Encode();

        Assert.That(octets, Has.Length.EqualTo(TscbmMessage.LongLength));
        Assert.That(TscbmMessage.TryParse(octets, out var read, out _), Is.True);
        Assert.That(read! with { Blocks = message.Blocks }, Is.EqualTo(message));
        Assert.That(read.Blocks, Is.EqualTo(message.Blocks));
    }

    [TestCase(0, 0x00, "0xCD")]
    [TestCase(1, 0x08, "8 phase/overlap blocks")]
    public void A_wrong_octet_is_named_with_its_offset(int offset, byte value, string expected)
    {
        var octets = Sample().Encode();
        octets[offset] = value;

        Assert.That(TscbmMessage.TryParse(octets, out _, out var error), Is.False);
        Assert.That(error!.Value.Offset, Is.EqualTo(offset));
        Assert.That(error.Value.Message, Does.Contain(expected));
    }

    [TestCase(0)]
    [TestCase(240)]
    [TestCase(242)]
    [TestCase(246)]
    public void Another_length_is_refused(int length)
    {
        Assert.That(TscbmMessage.TryParse(new byte[length], out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain($"{length} octets, expected a TSCBM of 241 or 245"));
    }

    [Test]
    public void Every_bit_of_the_datagram_is_kept()
    {
        var random = new Random(7);
        var octets = new byte[TscbmMessage.LongLength];
        for (var repetition = 0; repetition < 200; repetition++)
        {
            random.NextBytes(octets);
            (octets[0], octets[1]) = (0xCD, 16);

            Assert.That(TscbmMessage.TryParse(octets, out var message, out _), Is.True);
            Assert.That(message!.Encode(), Is.EqualTo(octets));
        }
    }

    [Test]
    public void A_message_without_its_16_blocks_is_not_written() =>
        Assert.That(() => (Sample() with { Blocks = [] }).Encode(), Throws.InvalidOperationException.With.Message.Contains("16 blocks"));

    private static TscbmMessage Sample() => new()
    {
        Blocks = [.. Enumerable.Range(1, 16).Select(number => new TscbmBlock((byte)number, (ushort)number, 300, 20, 400, 5, 6))],
        PhaseReds = 0xF0F0,
        PhaseYellows = 0x0001,
        PhaseGreens = 0x0022,
        IntersectionStatus = TscbmStatus.Preempt | TscbmStatus.Coordinated,
        ActionPlan = 3,
        MessageVersion = 2,
        DiscontinuousChange = 1,
        Sequence = 250,
        Timestamp = TscbmTimestamp.FromHourMinuteSecond(new TimeSpan(0, 23, 59, 58, 999)),
    };
}
