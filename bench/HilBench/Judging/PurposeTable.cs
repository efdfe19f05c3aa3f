using System.Collections.Immutable;
using HilBench.Rules;

namespace HilBench.Judging;

/// <summary>The executable test purposes: one line each, in catalogue order. Every front door runs these objects.</summary>
public static class PurposeTable
{
    /// <summary>All executable purposes.</summary>
    public static ImmutableArray<TestPurpose> All { get; } =
    [
        Purpose("US-BSM-002", () => new BsmCoreDataRange(), null, new EvidenceRequirement("BSMs", "BSMs", 100, 100)),
        Purpose("US-BSM-004", () => new BsmInterval(), Milliseconds(5), new EvidenceRequirement("BSM intervals", "intervals", 385, 200)),
        Purpose("US-BSM-006", () => new BsmMessageCount(), null, new EvidenceRequirement("consecutive BSMs", "BSMs", 260, 260)),
        Purpose(
            "US-RSU-013",
            () => new ImmediateForwardLatency(),
            Milliseconds(50),
            new EvidenceRequirement("forwarded messages", "messages", 1000, 200)),
        Purpose("US-CI-001", () => new SpatBroadcastRate(), null, new EvidenceRequirement("10 s windows", "windows", 6, 6)),
        Purpose("US-CI-002", () => new ControllerFeed(), Milliseconds(300), new EvidenceRequirement("controller feed", "s", 60, 60)),
        Purpose(
            "US-CI-003",
            () => new SignalChangeLatency(),
            Milliseconds(300),
            new EvidenceRequirement("signal changes", "changes", 100, 20)),
        Purpose(
            "US-CI-008",
            () => new SignalGroupAlignment(),
            null,
            new EvidenceRequirement("MAPs", "MAPs", 1, 1),
            new EvidenceRequirement("compared SPaTs", "SPaTs", 100, 100)),
        Purpose(
            "US-CI-009",
            () => new RevisionProgression(),
            null,
            new EvidenceRequirement("SPaT observed", "s", 3600, 120),
            new EvidenceRequirement("SPaT content changes", "changes", 1, 1),
            new EvidenceRequirement("MAP content changes", "changes", 1, 1)),
        Purpose(
            "US-CI-010",
            () => new MinEndTimeProgression(),
            null,
            new EvidenceRequirement("SPaTs", "SPaTs", 100, 100),
            new EvidenceRequirement("green intervals", "intervals", 20, 4)),
        Purpose(
            "US-CI-013",
            () => new EventStateProgression(),
            null,
            new EvidenceRequirement("signal transitions", "transitions", 100, 20)),
        Purpose(
            "US-CI-014",
            () => new SignalStateConflict(),
            null,
            new EvidenceRequirement("conflicting pairs", "pairs", 1, 1),
            new EvidenceRequirement("compared SPaTs", "SPaTs", 100, 100),
            new EvidenceRequirement("green intervals", "intervals", 20, 4)),
    ];

    private static TestPurpose Purpose(string id, Func<IRule> rule, TimeSpan? timingLimit, params ImmutableArray<EvidenceRequirement> evidence) => new()
    {
        Id = id,
        CreateRule = rule,
        TimingLimit = timingLimit,
        MinimumEvidence = evidence,
    };

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
