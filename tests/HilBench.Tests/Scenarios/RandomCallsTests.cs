using HilBench.Scenarios;

namespace HilBench.Tests.Scenarios;

internal sealed class RandomCallsTests
{
    private static readonly RandomCalls Calls = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), Phase: 3, PedPhase: null);

    [Test]
    public void One_seed_gives_the_same_calls_and_another_seed_others()
    {
        var calls = Calls.Draw(7).ToArray();

        Assert.That(Calls.Draw(7), Is.EqualTo(calls));
        Assert.That(Calls.Draw(8), Is.Not.EqualTo(calls));
    }

    [Test]
    public void Gaps_stay_in_their_range_and_use_it()
    {
        var calls = Calls.Draw(1).ToArray();
        var gaps = calls.Zip(calls.Skip(1), (call, next) => (next.At - call.At - call.For).TotalSeconds).ToArray();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(calls[0].At.TotalSeconds, Is.InRange(65, 100));
        Assert.That(calls[^1].At, Is.LessThan(TimeSpan.FromHours(1)));
        Assert.That(gaps, Is.All.InRange(5, 40));
        Assert.That(gaps.Min(), Is.LessThan(8));
        Assert.That(gaps.Max(), Is.GreaterThan(36));
        Assert.That(calls.Select(call => call.Phase), Is.All.EqualTo(3));
    }
}
