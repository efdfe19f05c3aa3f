using System.Runtime.CompilerServices;
using HilBench.Judging;
using HilBench.Runs;
using HilBench.Tests.Reports;
using HilBench.Watch.Following;
using HilBench.Watch.Pages;

namespace HilBench.Tests.Watch;

/// <summary>The parts of the live page as text.</summary>
internal sealed class PageTests
{
    private const string Hostile = "</table><script>alert(1)</script>\u202E";
    private static readonly PurposeRecord Clean = SampleRun.Mixed.Purposes.First(purpose => purpose.Verdict == Verdict.Pass);

    [Test]
    public void Text_of_devices_is_shown_as_text()
    {
        var record = HtmlReportTests.Poison(Hostile);
        var parts = PageRenderer.Parts(new RunState { Folder = Hostile, Stage = RunStage.Over, Record = record, Final = true, Taps = [new TapRate(Hostile, 1, 1, default)], Fault = Hostile });

        Assert.That(string.Concat(parts.Values), Does.Not.Contain("<script").And.Contain("&lt;script&gt;").And.Contain("⟨U+202E⟩"));
        Assert.That(PageRenderer.Page(parts), Does.Contain("&lt;script&gt;").And.Not.Contain("<script>"));
    }

    [Test]
    public void A_purpose_that_still_gathers_evidence_is_neither_passed_nor_inconclusive()
    {
        var gathering = Clean with { Verdict = Verdict.Inconclusive, Reason = "needs 100 BSMs, saw 37", Evidence = [new EvidenceRecord("BSMs", "BSMs", 100, 37)] };

        Assert.That(PurposeState.Of(gathering, SampleRun.Mixed with { DeviceFaults = [] }), Is.EqualTo(new PurposeState("…", "gathering evidence", "none", string.Empty)));
        Assert.That(PurposeState.Share(gathering), Is.EqualTo(0.37));
    }

    [Test]
    public void A_purpose_of_a_lost_device_says_so()
    {
        var fault = new DeviceFaultRecord("2026-07-01T12:00:00.000000000Z", "obu1", "obu1: its container was killed.");
        var lost = Clean with { Verdict = Verdict.Inconclusive, Reason = $"obu1: {fault.Reason} Besides: needs 100 BSMs, saw 37", Evidence = [new EvidenceRecord("BSMs", "BSMs", 100, 37)] };

        Assert.That(PurposeState.Of(lost, SampleRun.Mixed with { DeviceFaults = [fault] }).Word, Is.EqualTo("obu1 is lost"));
    }

    [Test]
    public void Verdicts_are_preliminary_until_the_recording_has_been_judged()
    {
        var state = new RunState { Folder = "run", Stage = RunStage.Running, Record = SampleRun.Mixed with { Verdict = Verdict.Pass, Purposes = [Clean], DeviceFaults = [] } };

        var running = PageRenderer.Parts(state);
        var over = PageRenderer.Parts(state with { Stage = RunStage.Over, Final = true });

        Assert.That(running["head"], Does.Contain("preliminary").And.Contain("no failure").And.Not.Contain("pass</strong>"));
        Assert.That(running["purposes"], Does.Contain("clean so far"));
        Assert.That(over["head"], Does.Contain("pass</strong>").And.Not.Contain("preliminary"));
    }

    [Test]
    public void A_run_that_has_not_begun_has_a_page()
    {
        Assert.That(PageRenderer.Page(PageRenderer.Parts(new RunState { Folder = "run" })), Does.Contain("Nothing is recorded yet."));
    }

    [Test]
    public void A_state_that_was_shown_is_not_kept()
    {
        var shown = Show();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.That(shown.IsAlive, Is.False, "a run of hours shows thousands of states");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Show()
    {
        var state = new RunState { Folder = "run", Record = SampleRun.Mixed };
        PageRenderer.Parts(state);
        return new WeakReference(state);
    }
}
