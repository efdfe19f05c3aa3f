using HilBench.Judging;
using HilBench.Tests.Drivers.Faults;

namespace HilBench.Tests.Drivers.Docker;

/// <summary>A container that is killed in mid-run: the run ends complete, its device lacks evidence for the reason told, the others are judged.</summary>
[Category("Docker")]
[NonParallelizable]
internal sealed class KilledContainerTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Test]
    public void A_unit_that_docker_kill_ends_in_mid_run_is_told_and_the_others_are_judged()
    {
        DockerDaemon.Require();
        Task<string>? killing = null;

        var run = FaultyRun.Make(
            Repository.PathOf("rigs/docker"),
            FaultyRun.Short(8),
            (_, done) =>
            {
                if (done >= Moment)
                {
                    killing ??= Task.Run(() => Peers.Run("docker", "kill", Container("obu1")));
                }
            });

        Assert.That(killing?.IsCompletedSuccessfully, Is.True, killing?.Exception?.ToString());
        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("obu1"), Has.Some.Contains("obu1: its container was killed (SIGKILL"));
        Assert.That(run.Purposes("OBU"), Is.Not.Empty);
        Assert.That(run.Purposes("OBU").Select(purpose => purpose.Verdict), Is.All.AnyOf(Verdict.Inconclusive, Verdict.Fail));
        Assert.That(run.Purposes("OBU").Select(purpose => purpose.Reason), Is.All.Contains(run.Faults("obu1")[0]));
        Assert.That(run.Faults("asc1"), Is.Empty);
        Assert.That(run.Purposes("ASC").Select(purpose => purpose.Reason), Has.None.Contains("obu1"));
        Assert.That(run.Count("asc1.spat"), Is.GreaterThan(60), "the controller's feed goes on to the end");
        Assert.That(Peers.Run("docker", "ps", "-aq", "--filter", "label=hilbench"), Is.Empty, "no container is left");
    }

    private static string Container(string device) => Peers.Run("docker", "ps", "-q", "--filter", $"label=hilbench={device}").Trim();
}
