using HilBench.Wire.Snmp;

namespace HilBench.Tests.Wire.Snmp;

internal sealed class DateAndTimeTests
{
    private static readonly DateTimeOffset Time = new(2017, 10, 7, 23, 34, 5, 700, TimeSpan.Zero);

    [Test]
    public void The_forms_of_six_and_eight_octets_are_written()
    {
        Assert.That(Convert.ToHexString(DateAndTime.Encode(Time)), Is.EqualTo("07E10A0717220507"));
        Assert.That(Convert.ToHexString(DateAndTime.EncodeMinutes(Time)), Is.EqualTo("07E10A071722"));
    }

    [TestCase("07E10A0717220507", "2017-10-07T23:34:05.7+00:00")]
    [TestCase("07E10A071722", "2017-10-07T23:34:00+00:00")]
    [TestCase("07E10A07172205072B051E", "2017-10-07T23:34:05.7+05:30")]
    [TestCase("07E10A07172205072D0400", "2017-10-07T23:34:05.7-04:00")]
    [TestCase("07E10A0717223C00", "2017-10-07T23:34:59+00:00")]
    public void Each_form_is_read(string hex, string expected)
    {
        Assert.That(DateAndTime.TryRead(Convert.FromHexString(hex), TimeSpan.Zero, out var time), Is.True);
        Assert.That(time, Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("")]
    [TestCase("000000000000")]
    [TestCase("0000000000000000")]
    public void No_octets_and_zeros_are_no_time(string hex)
    {
        Assert.That(DateAndTime.TryRead(Convert.FromHexString(hex), TimeSpan.Zero, out var time), Is.True);
        Assert.That(time, Is.Null);
    }

    [TestCase("07E10A07")]
    [TestCase("07E100071722")]
    [TestCase("07E10D071722")]
    [TestCase("07E102 1E1722")]
    [TestCase("07E10A071822")]
    [TestCase("07E10A07173C")]
    [TestCase("07E10A0717223D00")]
    [TestCase("07E10A071722050A")]
    [TestCase("07E10A07172205072A0000")]
    [TestCase("07E10A07172205072B0E00")]
    [TestCase("00010A071722")]
    public void What_is_no_time_is_refused(string hex) =>
        Assert.That(DateAndTime.TryRead(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), TimeSpan.Zero, out _), Is.False);

    [Test]
    public void Any_octets_are_read_or_refused()
    {
        var random = new Random(2579);
        for (var i = 0; i < 300_000; i++)
        {
            var octets = new byte[random.Next(13)];
            random.NextBytes(octets);
            if (octets.Length > 4)
            {
                (octets[0], octets[2]) = ((byte)(octets[0] % 12), (byte)(octets[2] % 14));
            }

            DateAndTime.TryRead(octets, TimeSpan.FromHours(-5), out var time);
            if (time is { } read && octets.Length == DateAndTime.Length && octets[6] < 60)
            {
                Assert.That(DateAndTime.Encode(read), Is.EqualTo(octets));
            }
        }
    }
}
