using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class InstantTests
{
    [TestCase(0L, "1970-01-01T00:00:00.000000000Z")]
    [TestCase(1_782_907_200_000_000_001L, "2026-07-01T12:00:00.000000001Z")]
    [TestCase(-1L, "1969-12-31T23:59:59.999999999Z")]
    [TestCase(long.MaxValue, "2262-04-11T23:47:16.854775807Z")]
    [TestCase(long.MinValue, "1677-09-21T00:12:43.145224192Z")]
    public void It_is_written_in_UTC_with_nine_decimals(long unixNanoseconds, string text) =>
        Assert.That(new Instant(unixNanoseconds).ToString(), Is.EqualTo(text));

    [TestCase(199L, 100L)]
    [TestCase(-1L, -100L)]
    [TestCase(1_782_907_200_123_456_700L, 1_782_907_200_123_456_700L)]
    public void As_UTC_it_is_rounded_down_to_100_ns(long unixNanoseconds, long back) =>
        Assert.That(Instant.FromUtc(new Instant(unixNanoseconds).ToUtc()).UnixNanoseconds, Is.EqualTo(back));

    [Test]
    public void Differences_are_exact_in_nanoseconds()
    {
        var one = new Instant(1_000_000_001);
        var other = one + TimeSpan.FromTicks(3);

        Assert.That(other.NanosecondsSince(one), Is.EqualTo(300));
        Assert.That(one.NanosecondsSince(other), Is.EqualTo(-300));
        Assert.That(other - one, Is.EqualTo(TimeSpan.FromTicks(3)));
        Assert.That(other - TimeSpan.FromTicks(3), Is.EqualTo(one));
        Assert.That(one, Is.LessThan(other));
        Assert.That(one < other && one <= other && other > one && other >= one, Is.True);
        Assert.That(one > other || one >= other, Is.False);
    }
}
