using HilBench.Reports;

namespace HilBench.Tests.Reports;

internal sealed class WordingTests
{
    [TestCase(0, "0")]
    [TestCase(12.34567, "12.346")]
    [TestCase(100, "100")]
    [TestCase(0.5, "0.5")]
    [TestCase(0.00042, "0.00042")]
    [TestCase(-1.25, "-1.25")]
    [TestCase(100000, "100000")]
    [TestCase(3e12, "3E+12")]
    [TestCase(double.NaN, "NaN")]
    public void A_quantity_has_no_more_digits_than_a_reader_wants(double value, string text) =>
        Assert.That(Wording.Quantity(value), Is.EqualTo(text));

    [Test]
    public void What_is_not_there_is_a_dash() => Assert.That(Wording.Quantity(null), Is.EqualTo("–"));

    [TestCase(9999, "9999")]
    [TestCase(10000, "10\u202F000")]
    [TestCase(4812344, "4\u202F812\u202F344")]
    public void A_large_count_has_thin_spaces(long value, string text) => Assert.That(Wording.Count(value), Is.EqualTo(text));

    [Test]
    public void A_time_is_told_in_UTC() =>
        Assert.That(Wording.Time(new DateTimeOffset(2026, 7, 1, 14, 5, 9, TimeSpan.FromHours(2))), Is.EqualTo("2026-07-01 12:05:09 UTC"));
}
