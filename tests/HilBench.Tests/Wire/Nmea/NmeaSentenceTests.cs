using System.Text;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Wire.Nmea;

internal sealed class NmeaSentenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, 100, TimeSpan.Zero);

    [Test]
    public void An_epoch_is_six_sentences_in_the_style_of_its_receiver()
    {
        var fix = new GnssFix(Noon, 42.5, -83.25, 250.5, -34.2, 10, 90, Quality: 4);

        Assert.That(Text(new GnssEpoch(fix).Encode(NmeaStyle.Usual)), Is.EqualTo(Checked(
            "GNRMC,120000.100,A,4230.0000000,N,08315.0000000,W,19.438,90.000,010726,,,R",
            "GNGGA,120000.100,4230.0000000,N,08315.0000000,W,4,12,0.8,250.500,M,-34.200,M,,",
            "GNGSA,A,3,02,05,07,09,12,13,15,18,20,25,29,31,1.4,0.8,1.2",
            "GNGST,120000.100,,0.500,0.500,0.0,0.500,0.500,0.800",
            "GNVTG,90.000,T,,M,19.438,N,36.000,K,R",
            "GNZDA,120000.100,01,07,2026,00,00")));
        var old = Text(new GnssEpoch(fix).Encode(new NmeaStyle { Talker = "GP", ModeLetter = false }));
        Assert.That(old, Does.StartWith("$GPRMC,120000.100,A,4230.0000000,N,08315.0000000,W,19.438,90.000,010726,,*"));
        Assert.That(old, Does.Contain("36.000,K*").And.Contain("$GPZDA").And.Not.Contain("$GN"));
    }

    [Test]
    public void An_epoch_has_no_more_octets_than_is_said_and_each_sentence_is_read_again()
    {
        var random = new Random(4);
        for (var i = 0; i < 500; i++)
        {
            var fix = new GnssFix(
                Noon.AddMilliseconds(100 * random.Next(1_000_000)), -89.99999, -179.99999, -1000 * random.NextDouble(), -100, 200 * random.NextDouble(),
                i % 3 == 0 ? null : 360 * random.NextDouble(), i % 9);
            var octets = new GnssEpoch(fix, 10 * random.NextDouble(), 20 * random.NextDouble()).Encode(NmeaStyle.Usual);
            var lines = Text(octets).Split("\r\n").Select(line => Encoding.ASCII.GetBytes(line)).ToArray();

            Assert.That(octets, Has.Length.LessThanOrEqualTo(GnssEpoch.MaximumOctets));
            Assert.That(RmcSentence.TryParse(lines[0], out var rmc, out _) && rmc.Mode is not null);
            Assert.That(GgaSentence.TryParse(lines[1], out _, out _));
            Assert.That(GsaSentence.TryParse(lines[2], out var gsa, out _) && gsa.Satellites.Length == (fix.Valid ? 12 : 0));
            Assert.That(GstSentence.TryParse(lines[3], out var gst, out _) && gst.LatitudeMetres.HasValue == fix.Valid);
            Assert.That(VtgSentence.TryParse(lines[4], out var vtg, out _) && Math.Abs(vtg.SpeedMetresPerSecond!.Value - fix.SpeedMetresPerSecond) < 0.0003);
            Assert.That(ZdaSentence.TryParse(lines[5], out var zda, out _) && zda.Utc == fix.Utc);
        }
    }

    [TestCase("GNGSA,A,4,,,,,,,,,,,,,1.0,1.0,1.0", "GSA")]
    [TestCase("GNGSA,A,3,,,,,,,,,,,,,x,1.0,1.0", "GSA")]
    [TestCase("GNGST,120000.1,,,,,a,,", "GST")]
    [TestCase("GNGST,12,,,,,,,", "GST")]
    [TestCase("GNVTG,north,T,,M,1,N,1,K", "VTG")]
    [TestCase("GNZDA,120000,31,02,2026,00,00", "ZDA")]
    [TestCase("GNZDA,120000,31,12,9999,00,00", "ZDA")]
    public void A_field_out_of_its_range_is_refused(string body, string formatter)
    {
        var text = Encoding.ASCII.GetBytes(Checked(body));
        var error = formatter switch
        {
            "GSA" => GsaSentence.TryParse(text, out _, out var gsa) ? null : gsa,
            "GST" => GstSentence.TryParse(text, out _, out var gst) ? null : gst,
            "VTG" => VtgSentence.TryParse(text, out _, out var vtg) ? null : vtg,
            _ => ZdaSentence.TryParse(text, out _, out var zda) ? null : zda,
        };

        Assert.That(error?.Message, Does.StartWith($"a field of {formatter}"));
    }

    [Test]
    public void A_number_of_four_hundred_digits_is_no_speed()
    {
        var text = Checked($"GNRMC,120000.00,A,4230.0,N,08315.0,W,{new string('9', 400)},2,010726,,,A");

        Assert.That(RmcSentence.TryParse(Encoding.ASCII.GetBytes(text), out _, out _), Is.False);
    }

    private static string Checked(params string[] bodies) =>
        string.Concat(bodies.Select(body => $"${body}*{body.Aggregate(0, (sum, letter) => sum ^ letter):X2}\r\n"));

    private static string Text(byte[] octets) => Encoding.ASCII.GetString(octets);
}
