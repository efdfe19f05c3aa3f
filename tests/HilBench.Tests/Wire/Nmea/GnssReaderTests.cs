using HilBench.Wire.Nmea;

namespace HilBench.Tests.Wire.Nmea;

internal sealed class GnssReaderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, 0, TimeSpan.Zero);

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(64)]
    [TestCase(100_000)]
    public void Fixes_are_read_whatever_the_carrier_cuts(int chunk)
    {
        var fixes = new List<GnssFix>();
        var stream = new GnssReader(fixes.Add);
        foreach (var part in Stream(50).Chunk(chunk))
        {
            stream.Add(part);
        }

        Assert.That(fixes.Select(fix => fix.Utc), Is.EqualTo(Enumerable.Range(0, 50).Select(i => Noon.AddMilliseconds(100 * i))));
        Assert.That(fixes.Select(fix => fix.EllipsoidHeightMetres), Is.All.EqualTo(216.3).Within(0.0011));
        Assert.That(stream.Deviation!.SemiMajorMetres, Is.EqualTo(0.5));
        Assert.That((stream.Refused, stream.Discarded), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public void Garbage_costs_the_sentences_that_it_hits_and_no_more()
    {
        var octets = Stream(50);
        var broken = new List<byte>();
        for (var i = 0; i < octets.Length; i++)
        {
            if (i % 4000 == 0)
            {
                broken.AddRange("\0\u00ff\u0001$GNR"u8);
                broken.AddRange(Enumerable.Repeat((byte)'A', 5000));
            }

            broken.Add(octets[i]);
        }

        var fixes = new List<GnssFix>();
        var stream = new GnssReader(fixes.Add);
        stream.Add([.. broken]);

        Assert.That(fixes, Has.Count.InRange(43, 50));
        Assert.That(stream.Discarded, Is.GreaterThan(20_000));
    }

    [Test]
    public void A_unit_that_takes_GP_only_hears_nothing_of_a_receiver_that_says_GN_and_knows_why()
    {
        var fixes = new List<GnssFix>();
        var stream = new GnssReader(fixes.Add) { Talker = "GP" };
        stream.Add(Stream(2));
        Assert.That(fixes, Is.Empty);
        Assert.That(stream.LastRefusal, Is.EqualTo("GGA of another talker than GP"));

        stream.Add(Stream(2, new NmeaStyle { Talker = "GP" }));
        Assert.That(fixes, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_unit_that_needs_the_mode_letter_refuses_an_old_receiver()
    {
        var fixes = new List<GnssFix>();
        var stream = new GnssReader(fixes.Add) { NeedsModeLetter = true };
        stream.Add(Stream(2, new NmeaStyle { ModeLetter = false }));
        Assert.That(fixes, Is.Empty);
        Assert.That(stream.LastRefusal, Does.StartWith("RMC without mode letter"));

        stream.Add(Stream(2));
        Assert.That(fixes, Has.Count.EqualTo(2));
    }

    [Test]
    public void Random_and_mutated_streams_never_throw_and_keep_nothing_that_grows()
    {
        var random = new Random(20);
        var whole = Stream(3);
        var fixes = 0;
        var stream = new GnssReader(_ => fixes++);
        for (var i = 0; i < Fuzz.Rounds(200_000); i++)
        {
            stream.Add(Fuzz.Mutate(random, whole, 120));
        }

        Assert.That(stream.Refused + stream.Discarded, Is.Positive);
        Assert.That(fixes, Is.Positive);
    }

    private static byte[] Stream(int count, NmeaStyle? style = null) =>
    [
        .. Enumerable.Range(0, count).SelectMany(i => new GnssEpoch(
            new GnssFix(Noon.AddMilliseconds(100 * i), 42.5, -83.25, 250.5, -34.2, 10, 90)).Encode(style ?? NmeaStyle.Usual)),
    ];
}
