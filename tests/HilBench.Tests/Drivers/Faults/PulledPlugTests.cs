using HilBench.Judging;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>Plugs pulled in mid-run on real sockets and a serial line: the run ends complete, and says what was lost.</summary>
[NonParallelizable]
internal sealed class PulledPlugTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Test]
    public void A_serial_line_that_is_cut_is_told_and_the_others_are_judged()
    {
        var run = Pull(rig => rig.Links.OfType<PseudoTerminal>().Single(terminal => terminal.Name == "obu1.gnss"), 8);

        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("obu1"), Has.Length.EqualTo(1).And.One.Contains("obu1.gnss"), string.Join(" | ", run.Faults("obu1")));
        AssertLost(run, "OBU", "obu1");
        AssertUntouched(run, "ASC", "asc1");
        Assert.That(run.Record.DroppedDatagrams, Is.Zero);
    }

    [Test]
    public void An_agent_that_falls_silent_is_told_and_the_others_are_judged()
    {
        var run = Pull(rig => rig.Links.OfType<UdpPort>().Single(port => port.Name == "asc1.snmp" && port.Remote is null), 12);

        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("asc1"), Has.Length.GreaterThan(0).And.All.Contains("asc1"));
        AssertLost(run, "ASC", "asc1");
        AssertUntouched(run, "OBU", "obu1");
        Assert.That(run.Record.DroppedDatagrams, Is.Zero);
    }

    [Test]
    public void A_road_side_unit_whose_radio_falls_silent_is_the_only_one_that_lacks_evidence()
    {
        var run = Pull(rig => rig.Links.OfType<UdpPort>().Single(port => port.Name == "rsu1.ifm" && port.Remote is null), 8);

        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("rsu1"), Has.Length.EqualTo(1).And.One.Contains("nobody listens at the other end"));
        AssertUntouched(run, "OBU", "obu1");
    }

    [Test]
    public void Half_a_datagram_and_garbage_at_every_port_end_nothing()
    {
        using var flood = new Flood();
        var before = OwnSockets.All();

        var run = FaultyRun.Make(
            Repository.PathOf("rigs/loopback"),
            FaultyRun.Short(8),
            (_, done) =>
            {
                if (done == Moment)
                {
                    flood.Begin([.. OwnSockets.Listening().Except(before)]);
                }
                else if (done > Moment + TimeSpan.FromSeconds(2))
                {
                    flood.End();
                }
            });

        Assert.That(flood.Sent, Is.GreaterThan(1000), "datagrams sent at the rig");
        Assert.That(run.Record.Complete);
        Assert.That(run.Record.DroppedDatagrams, Is.Not.Null);
        Assert.That(run.Record.Notes, Has.Some.Contains("could not be read"), "the garbage is recorded as what it is");
        Assert.That(run.Faults("obu1"), Is.Empty);
        Assert.That(OwnSockets.All(), Is.SubsetOf(before), "every socket is closed");
    }

    private static FaultyRun Pull(Func<Rig, IAsyncDisposable> plug, int seconds)
    {
        var before = OwnSockets.All();
        var pulled = false;
        var run = FaultyRun.Make(
            Repository.PathOf("rigs/loopback"),
            FaultyRun.Short(seconds),
            (rig, done) =>
            {
                if (done >= Moment && !pulled)
                {
                    pulled = true;
                    _ = plug(rig).DisposeAsync().AsTask();
                }
            });

        Assert.That(pulled);
        Assert.That(OwnSockets.All(), Is.SubsetOf(before), "every socket is closed");
        return run;
    }

    private static void AssertLost(FaultyRun run, string kind, string device)
    {
        Assert.That(run.Purposes(kind), Is.Not.Empty);
        Assert.That(run.Purposes(kind).Select(purpose => purpose.Verdict), Is.All.AnyOf(Verdict.Inconclusive, Verdict.Fail));
        Assert.That(run.Purposes(kind).Select(purpose => purpose.Reason), Is.All.Contains(run.Faults(device)[0]));
    }

    private static void AssertUntouched(FaultyRun run, string kind, string device)
    {
        Assert.That(run.Faults(device), Is.Empty);
        Assert.That(run.Purposes(kind), Is.Not.Empty);
        Assert.That(
            run.Purposes(kind).Where(purpose => run.Record.DeviceFaults.Any(fault => purpose.Reason.Contains(fault.Reason, StringComparison.Ordinal))),
            Is.Empty,
            "no other device's loss is held against it");
    }
}
