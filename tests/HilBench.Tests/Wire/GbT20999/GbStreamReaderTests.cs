using HilBench.Wire;
using HilBench.Wire.GbT20999;

namespace HilBench.Tests.Wire.GbT20999;

internal sealed class GbStreamReaderTests
{
    private static readonly GbParty Party = new(GbParty.Version102, 0x7E, 0x5C7D7E5C, 1);

    [Test]
    public void Start_end_and_escape_inside_a_frame_are_escaped_and_come_back()
    {
        var frame = Sample(0x7D);
        var plain = frame.Encode();
        var escaped = GbEscape.Add(plain);

        Assert.That(escaped, Has.Length.GreaterThan(plain.Length + 5));
        Assert.That(escaped[1..^1].Select((octet, index) => octet is 0x7E or 0x7D && escaped[index] != 0x5C), Has.None.True);
        Assert.That(GbEscape.TryRemove(escaped, out var back, out _), Is.True);
        Assert.That(back, Is.EqualTo(plain));
        Assert.That(GbEscape.TryRemove(plain, out _, out var error), Is.False);
        Assert.That(error.ToString(), Does.Contain("without the escape 0x5C"));
    }

    [Test]
    public void Frames_are_found_however_the_stream_is_cut()
    {
        var frames = Enumerable.Range(0, 40).Select(number => Sample((byte)(number * 7))).ToArray();
        var stream = frames.SelectMany(frame => GbEscape.Add(frame.Encode())).ToArray();
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            var found = new List<GbFrame>();
            var reader = new GbStreamReader(found.Add, (_, reason) => Assert.Fail(reason.ToString()));
            for (var at = 0; at < stream.Length;)
            {
                var length = Math.Min(random.Next(1, 30), stream.Length - at);
                reader.Add(stream.AsSpan(at, length));
                at += length;
            }

            Assert.That(found, Is.EqualTo(frames));
            Assert.That(reader.DroppedOctets, Is.Zero);
        }
    }

    [Test]
    public void After_garbage_half_a_frame_and_a_wrong_check_value_the_next_frame_is_found()
    {
        var whole = GbEscape.Add(Sample(1).Encode());
        var half = whole[..9];
        var wrong = GbEscape.Add(Sample(2).Encode());
        wrong[3] ^= 0x01;
        var reasons = new List<(int Octets, WireError Reason)>();
        var found = new List<GbFrame>();
        var reader = new GbStreamReader(found.Add, (octets, reason) => reasons.Add((octets, reason)));
        reader.Add([1, 2, 3, .. half, .. whole, .. wrong, .. whole, 0x7D, .. whole]);

        Assert.That(found, Is.EqualTo(Enumerable.Repeat(Sample(1), 3)));
        Assert.That(reasons.Select(reason => reason.Octets), Is.EqualTo([3, 7, Sample(2).Encode().Length, 1]));
        Assert.That(reasons[1].Reason.Message, Is.EqualTo("a frame began before the one before it had ended"));
        Assert.That(reasons[2].Reason.Message, Does.StartWith("the CRC is 0x"));
    }

    [Test]
    public void A_start_followed_by_endless_octets_is_given_up_where_its_end_should_be()
    {
        var reasons = new List<WireError>();
        var found = new List<GbFrame>();
        var reader = new GbStreamReader(found.Add, (_, reason) => reasons.Add(reason));
        reader.Add([0x7E, 0x00, 0x20, .. Enumerable.Repeat((byte)0x11, 100_000), .. GbEscape.Add(Sample(3).Encode())]);

        Assert.That(reasons[0].ToString(), Is.EqualTo("octet 35: found 0x11, expected 0x7D after the octets that the length says"));
        Assert.That(found, Is.EqualTo([Sample(3)]));
    }

    [Test]
    public void Any_octets_are_a_frame_or_an_error_and_a_frame_writes_itself_again()
    {
        var inputs = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? "300000", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(20_999);
        var seeds = GbSamples.Exchanges.SelectMany(exchange => new[] { exchange.Request, exchange.Answer }).Append(GbSamples.Golden).Select(GbSamples.Octets).ToArray();
        var read = 0;
        GbFrame? last = null;
        var reader = new GbStreamReader(frame => last = frame, (_, _) => { });
        for (var input = 0; input < inputs; input++)
        {
            var octets = Mutate(random, seeds[random.Next(seeds.Length)]);
            reader.Add(octets);
            if (GbFrame.TryParse(octets, out var frame, out var error))
            {
                read++;
                Assert.That(frame.Encode(), Is.EqualTo(octets));
            }
            else if (error!.Value.Offset < 0 || error.Value.Offset > octets.Length)
            {
                Assert.Fail($"{Convert.ToHexString(octets)}: {error}");
            }

            if (GbEscape.TryRemove(octets, out var plain, out _))
            {
                Assert.That(GbEscape.TryRemove(GbEscape.Add(plain), out var again, out _), Is.True);
                Assert.That(again, Is.EqualTo(plain));
            }
        }

        Assert.That(read, Is.GreaterThan(inputs / 20), "too few inputs get past the CRC");
        reader.Add(GbEscape.Add(Sample(9).Encode()));
        reader.Add(GbEscape.Add(Sample(9).Encode()));
        Assert.That(last, Is.EqualTo(Sample(9)), "the stream reader is stuck");
    }

    private static GbFrame Sample(byte value) => GbFrame.Of(
        Party, value, GbFrameType.Set, (GbObjects.OrderedStage, [value]), (GbObjects.OrderedPlan, [0x7E]), (GbObjects.OrderedMode, [0x5C, 0x7D]));

    private static byte[] Mutate(Random random, byte[] seed)
    {
        if (random.Next(10) == 0)
        {
            var noise = new byte[random.Next(60)];
            random.NextBytes(noise);
            return noise;
        }

        byte[] octets = [.. seed];
        for (var change = random.Next(4); change >= 0 && octets.Length > 0; change--)
        {
            switch (random.Next(4))
            {
                case 0:
                    octets[random.Next(octets.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    octets = octets[..random.Next(octets.Length)];
                    break;
                case 2:
                    octets = [.. octets, (byte)random.Next(256)];
                    break;
                default:
                    octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        // Half of them get the right length and check value, so that the values behind are reached.
        if (octets.Length >= GbFrame.LeastLength && random.Next(2) == 0)
        {
            (octets[0], octets[^1]) = (GbFrame.Start, GbFrame.End);
            (octets[1], octets[2]) = ((byte)((octets.Length - 4) >> 8), (byte)(octets.Length - 4));
            var crc = GbCrc.Of(octets.AsSpan(1, octets.Length - 4));
            (octets[^3], octets[^2]) = ((byte)(crc >> 8), (byte)crc);
        }

        return octets;
    }
}
