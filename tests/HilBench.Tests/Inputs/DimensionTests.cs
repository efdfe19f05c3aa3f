using HilBench.Inputs;

namespace HilBench.Tests.Inputs;

internal sealed class DimensionTests
{
    [TestCase("a time", "10 min", 600)]
    [TestCase("a time", "250ms", 0.25)]
    [TestCase("a time", " 1.5 h ", 5400)]
    [TestCase("a speed", "36 km/h", 10)]
    [TestCase("a speed", "10 mph", 4.4704)]
    [TestCase("a length", "-350 cm", -3.5)]
    [TestCase("an angle", "-83.6985 deg", -83.6985)]
    [TestCase("a rate", "10 /s", 10)]
    public void A_quantity_is_read_into_its_base_unit(string dimension, string text, double expected)
    {
        Dimension[] dimensions = [Dimension.Time, Dimension.Speed, Dimension.Length, Dimension.Angle, Dimension.Rate];

        var fault = dimensions.Single(known => known.Name == dimension).Read(text, out var value);

        Assert.That(fault, Is.Null);
        Assert.That(value, Is.EqualTo(expected).Within(1e-9));
    }

    [TestCase("600", "expected a time with unit such as '10 min' or '600 s', found '600'")]
    [TestCase("soon", "expected a time with unit such as '10 min' or '600 s', found 'soon'")]
    [TestCase("s", "expected a time with unit such as '10 min' or '600 s', found 's'")]
    [TestCase("1-2 s", "expected a time with unit such as '10 min' or '600 s', found '1-2 s'")]
    [TestCase("10 m", "expected a time (s, ms, min, h) such as '10 min' or '600 s', found unit 'm' in '10 m'")]
    [TestCase("10 S", "expected a time (s, ms, min, h) such as '10 min' or '600 s', found unit 'S' in '10 S'")]
    public void A_quantity_without_unit_or_with_a_wrong_one_is_refused(string text, string expected) =>
        Assert.That(Dimension.Time.Read(text, out _), Is.EqualTo(expected));
}
