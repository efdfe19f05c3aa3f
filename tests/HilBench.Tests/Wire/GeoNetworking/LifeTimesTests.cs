using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.GeoNetworking;

internal sealed class LifeTimesTests
{
    [TestCase(0, 0, LifeTimeBase.Ms50)]
    [TestCase(0.1, 2, LifeTimeBase.Ms50)]
    [TestCase(3.19, 63, LifeTimeBase.Ms50)]
    [TestCase(3.2, 3, LifeTimeBase.S1)]
    [TestCase(60, 60, LifeTimeBase.S1)]
    [TestCase(64, 6, LifeTimeBase.S10)]
    [TestCase(6300, 63, LifeTimeBase.S100)]
    public void A_time_takes_the_finest_base_that_reaches_it(double seconds, int multiplier, LifeTimeBase unit) =>
        Assert.That(LifeTimes.From(TimeSpan.FromSeconds(seconds)), Is.EqualTo(new LifeTime { Multiplier = multiplier, Base = unit }));

    [Test]
    public void Every_life_time_means_a_time_that_is_written_with_the_same_meaning()
    {
        foreach (var unit in Enum.GetValues<LifeTimeBase>())
        {
            for (var multiplier = 0; multiplier < 64; multiplier++)
            {
                var time = LifeTimes.Of(new LifeTime { Multiplier = multiplier, Base = unit });
                Assert.That(LifeTimes.Of(LifeTimes.From(time)), Is.EqualTo(time));
            }
        }
    }

    [TestCase(-0.05)]
    [TestCase(6300.05)]
    public void A_time_out_of_range_is_refused(double seconds) =>
        Assert.That(() => LifeTimes.From(TimeSpan.FromSeconds(seconds)), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
