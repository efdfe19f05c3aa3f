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
        Purpose("US-CI-001", () => new SpatBroadcastRate(), null, new EvidenceRequirement("10 s windows", "windows", 6, 6)),
        Purpose("US-CI-002", () => new ControllerFeed(), Milliseconds(300), new EvidenceRequirement("controller feed", "s", 60, 60)),
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
