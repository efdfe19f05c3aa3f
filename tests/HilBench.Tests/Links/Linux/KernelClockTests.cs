using HilBench.Links;
using HilBench.Links.Linux;

namespace HilBench.Tests.Links.Linux;

internal sealed class KernelClockTests
{
    private const long Second = 1_000_000_000;
    private long _now = 500 * Second;
    private long _realTime = 800 * Second;
    private KernelClock _clock = null!;

    [SetUp]
    public void CreateClock() => _clock = new KernelClock(() => new Instant(_now), () => _realTime);

    [Test]
    public void A_stamp_keeps_its_age_although_the_two_clocks_are_minutes_apart()
    {
        _clock.Read();

        Assert.That(_clock.Map(_realTime - 1234), Is.EqualTo(new Stamp(new Instant(_now - 1234), StampSource.Kernel)));
    }

    [Test]
    public void A_message_without_a_stamp_is_stamped_in_user_space_and_says_so()
    {
        _clock.Read();

        Assert.That(_clock.Map(null), Is.EqualTo(new Stamp(new Instant(_now), StampSource.UserSpace)));
    }

    [Test]
    public void A_stamp_from_the_future_is_not_believed()
    {
        _clock.Read();

        Assert.That(_clock.Map(_realTime + 1), Is.EqualTo(new Stamp(new Instant(_now), StampSource.UserSpace)));
    }

    [TestCase(-3600L)]
    [TestCase(1L)]
    public void What_arrived_around_a_setting_of_the_clock_is_stamped_in_user_space_and_the_next_by_the_kernel_again(long seconds)
    {
        _clock.Read();
        var stamp = _realTime + 10_000;
        _now += 20_000;
        _realTime += 20_000 + (seconds * Second);
        _clock.Read();

        Assert.That(_clock.Map(stamp), Is.EqualTo(new Stamp(new Instant(_now), StampSource.UserSpace)));

        _now += Second;
        _realTime += Second;
        _clock.Read();

        Assert.That(_clock.Map(_realTime - 50), Is.EqualTo(new Stamp(new Instant(_now - 50), StampSource.Kernel)));
    }

    [Test]
    public void A_reading_that_was_interrupted_is_repeated_and_the_narrowest_counts()
    {
        var readings = new Queue<long>([0, 5_000_000, 6_000_000, 6_000_100]);
        var clock = new KernelClock(() => new Instant(readings.Dequeue()), () => _realTime);
        clock.Read();

        Assert.That(clock.Map(_realTime).At, Is.EqualTo(new Instant(6_000_100)));
    }
}
