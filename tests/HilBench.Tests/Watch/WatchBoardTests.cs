using HilBench.Watch.Serving;

namespace HilBench.Tests.Watch;

internal sealed class WatchBoardTests
{
    [Test]
    public async Task A_slow_watcher_gets_the_newest_state_and_nothing_is_queued_for_it()
    {
        var board = new WatchBoard();
        for (var i = 0; i < 1000; i++)
        {
            board.Show(Parts(("head", $"{i}"), ("taps", "the same")));
        }

        var (version, parts, over) = await board.NewerAsync(0, CancellationToken.None);

        Assert.That(parts, Is.EquivalentTo(Parts(("head", "999"), ("taps", "the same"))));
        Assert.That(over, Is.False);
        board.Show(Parts(("head", "1000"), ("taps", "the same")));
        var next = await board.NewerAsync(version, CancellationToken.None);
        Assert.That(next.Parts, Is.EquivalentTo(Parts(("head", "1000"))), "what has not changed is not sent again");
    }

    [Test]
    public async Task A_watcher_waits_for_what_is_new_and_is_told_the_end()
    {
        var board = new WatchBoard();
        board.Show(Parts(("head", "1")));
        var (version, _, _) = await board.NewerAsync(0, CancellationToken.None);

        var waiting = board.NewerAsync(version, CancellationToken.None);
        board.Show(Parts(("head", "1")));
        Assert.That(waiting.IsCompleted, Is.False, "the same is not new");
        board.Close();

        var (_, parts, over) = await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(parts, Is.Empty);
        Assert.That(over);
    }

    [Test]
    public void A_watcher_that_goes_leaves_nothing_behind()
    {
        using var gone = new CancellationTokenSource();
        var waiting = new WatchBoard().NewerAsync(0, gone.Token);
        gone.Cancel();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
    }

    private static Dictionary<string, string> Parts(params (string Name, string Html)[] parts) => parts.ToDictionary(part => part.Name, part => part.Html, StringComparer.Ordinal);
}
