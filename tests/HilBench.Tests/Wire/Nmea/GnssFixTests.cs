using System.Text;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Wire.Nmea;

internal sealed class GnssFixTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, 100, TimeSpan.Zero);

    [Test]
    public void A_fix_is_two_sentences_with_checksums()
    {
        var fix = new GnssFix(Noon, 42.5, -83.25, 250.5, -34.2, 10, 90);

        Assert.That(Encoding.ASCII.GetString(fix.Encode()), Is.EqualTo(
            "$GNRMC,120000.100,A,4230.0000000,N,08315.0000000,W,19.438,90.000,010726,,,A*66\r\n"
            + "$GNGGA,120000.100,4230.0000000,N,08315.0000000,W,1,12,0.8,250.500,M,-34.200,M,,*79\r\n"));
        Assert.That(fix.EllipsoidHeightMetres, Is.EqualTo(216.3).Within(1e-9));
    }

    [Test]
    public void What_is_written_is_read_within_the_resolution_of_the_text()
    {
        var random = new Random(11);
        for (var repetition = 0; repetition < 500; repetition++)
        {
            var fix = new GnssFix(
                Noon.AddMilliseconds(100 * random.Next(1_000_000)),
                (random.NextDouble() * 180) - 90,
                (random.NextDouble() * 360) - 180,
                random.NextDouble() * 1000,
                (random.NextDouble() * 100) - 50,
                random.NextDouble() * 50,
                repetition % 3 == 0 ? null : random.NextDouble() * 360);

            Assert.That(GnssFix.TryParse(fix.Encode(), out var read, out var error), Is.True, error?.ToString());
            using (Assert.EnterMultipleScope())
            {
                Assert.That(read!.Utc, Is.EqualTo(fix.Utc));
                Assert.That(read.Latitude, Is.EqualTo(fix.Latitude).Within(1e-9));
                Assert.That(read.Longitude, Is.EqualTo(fix.Longitude).Within(1e-9));
                Assert.That(read.EllipsoidHeightMetres, Is.EqualTo(fix.EllipsoidHeightMetres).Within(0.0011));
                Assert.That(read.SpeedMetresPerSecond, Is.EqualTo(fix.SpeedMetresPerSecond).Within(0.0003));
                Assert.That(read.CourseDegrees.HasValue, Is.EqualTo(fix.CourseDegrees.HasValue));
                Assert.That(read.CourseDegrees ?? 0, Is.EqualTo(fix.CourseDegrees ?? 0).Within(0.00051));
            }
        }
    }

    [Test]
    public void Minutes_that_round_up_to_sixty_become_a_degree() =>
        Assert.That(
            Encoding.ASCII.GetString(new GnssFix(Noon, 41.999999999999, 0, 0, 0, 0, null).Encode()),
            Does.Contain("4200.0000000,N"));

    [Test]
    public void Without_a_fix_the_position_is_empty()
    {
        var octets = new GnssFix(Noon, 42.5, -83.25, 250.5, -34.2, 0, null, Quality: 0).Encode();

        Assert.That(Encoding.ASCII.GetString(octets), Does.Contain(",V,,,,,").And.Contain(",,,,,0,00,"));
        Assert.That(GnssFix.TryParse(octets, out var read, out var error), Is.True, error?.ToString());
        Assert.That(read!.Valid, Is.False);
    }

    [Test]
    public void Other_talkers_orders_and_sentences_are_read()
    {
        const string Text = "$GPGSA,A,3,,,,,,,,,,,,,1.0,1.0,1.0*30\r\n"
            + "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A\r\n";

        Assert.That(GnssFix.TryParse(Encoding.ASCII.GetBytes(Text), out var fix, out var error), Is.True, error?.ToString());
        Assert.That(fix!.Latitude, Is.EqualTo(48 + (7.038 / 60)).Within(1e-9));
        Assert.That(fix.EllipsoidHeightMetres, Is.EqualTo(592.3).Within(1e-9));
        Assert.That(fix.SpeedMetresPerSecond, Is.EqualTo(22.4 * 1852 / 3600).Within(1e-9));
        Assert.That(fix.Utc, Is.EqualTo(new DateTimeOffset(1994, 3, 23, 12, 35, 19, TimeSpan.Zero)));
    }

    [TestCase("A*66", "A*67", "checksum 67, expected 66")]
    [TestCase("$GNGGA", "$GNGGX", "expected an RMC and a GGA")]
    [TestCase("4230.0000000,N,08315.0000000,W,19.438", "4230.0000000,Q,08315.0000000,W,19.438", "checksum")]
    public void What_is_wrong_is_said(string old, string replacement, string expected)
    {
        var text = Encoding.ASCII.GetString(new GnssFix(Noon, 42.5, -83.25, 250.5, -34.2, 10, 90).Encode());

        Assert.That(GnssFix.TryParse(Encoding.ASCII.GetBytes(text.Replace(old, replacement, StringComparison.Ordinal)), out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain(expected));
    }

    [TestCase("GNRMC,256000.00,A,4230.0,N,08315.0,W,1,2,010726,,,A")]
    [TestCase("GNRMC,120000.00,A,4260.0,N,08315.0,W,1,2,010726,,,A")]
    [TestCase("GNRMC,120000.00,A,4230.0,N,18100.0,W,1,2,010726,,,A")]
    [TestCase("GNRMC,120000.00,A,4230.0,N,08315.0,W,fast,2,010726,,,A")]
    [TestCase("GNRMC,120000.00,A,4230.0,N,08315.0,W,1,2,320726,,,A")]
    public void A_field_out_of_its_range_is_refused(string body)
    {
        var checksum = body.Aggregate(0, (sum, letter) => sum ^ letter);

        Assert.That(RmcSentence.TryParse(Encoding.ASCII.GetBytes($"${body}*{checksum:X2}\r\n"), out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain("a field of RMC"));
    }
}
