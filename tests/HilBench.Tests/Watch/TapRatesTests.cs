using HilBench.Links;
using HilBench.Watch.Following;

namespace HilBench.Tests.Watch;

internal sealed class TapRatesTests
{
    private static readonly Instant Start = new(1_782_900_000_000_000_000);

    [Test]
    public void Rates_are_those_of_the_last_two_seconds()
    {
        var rates = new TapRates();
        for (var i = 0; i < 100; i++)
        {
            rates.Observe("rsu1.air", Start + (i * TimeSpan.FromMilliseconds(100)));
        }

        var now = rates.At(Start + TimeSpan.FromSeconds(10)).Single();

        Assert.That(now, Is.EqualTo(new TapRate("rsu1.air", 10, 100, TimeSpan.FromMilliseconds(100))));
        Assert.That(rates.At(Start + TimeSpan.FromSeconds(11)).Single().PerSecond, Is.EqualTo(5));
        Assert.That(rates.At(Start + TimeSpan.FromSeconds(13)).Single(), Is.EqualTo(new TapRate("rsu1.air", 0, 100, TimeSpan.FromMilliseconds(3100))), "silence shows");
        Assert.That(rates.At(Start + TimeSpan.FromSeconds(13.9)).Single().PerSecond, Is.Zero, "what is four seconds old does not come back");
    }
}
