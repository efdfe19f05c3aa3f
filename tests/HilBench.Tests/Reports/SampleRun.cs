using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

/// <summary>Run records made by hand: one with every kind of verdict, and what to change in it.</summary>
internal static class SampleRun
{
    private static readonly Instant Start = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>A pass, a fail with its message, an inconclusive, an error and a purpose that does not apply.</summary>
    public static RunRecord Mixed => new()
    {
        SchemaVersion = RunRecord.CurrentSchemaVersion,
        Suite = "Emulated intersection, US",
        Scenario = new("four-leg-short", "Four legs, actuated, two cars on a route.", "inputs/scenario.yaml", new string('a', 64), 150),
        Rig = new(
            "emulated",
            "inputs/rig.yaml",
            new string('b', 64),
            [
                new("asc1", "signal-controller", "emulator", "0.1.0", true, []),
                new("rsu1", "rsu", "emulator", "0.1.0", true, ["spat-rate-8hz"]),
                new("obu1", "obu", "emulator", "0.1.0", true, []),
            ],
            "stand-in (Ethernet frames in memory)"),
        Method = new("virtual", "memory", 1, EvidenceLevel.Reduced, 0, "Virtual clock: stamps are exact by construction."),
        Times = new(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), new(2026, 7, 1, 12, 0, 7, TimeSpan.Zero)),
        Environment = new("HilBench 0.1.0", ".NET 10.0.4", "Debian GNU/Linux 12", 2),
        Capture = new(
            "capture.pcapng",
            new string('c', 64),
            4_812_344,
            21_034,
            "2026-07-01T12:00:00.000000000Z",
            "2026-07-01T12:02:30.000000000Z",
            [
                new("asc1.spat", "TSCBM over UDP, virtual stamps", 1500, 0),
                new("rsu1.air", "WSMP in Ethernet frames (stand-in), virtual stamps", 1347, 2),
            ]),
        Complete = true,
        Purposes = [Passed, Failed, Inconclusive, Errored, NotApplicable],
        Measurements = [Latency, Silent],
        Verdict = Verdict.Error,
        NotCovered = ["The radio: channel, power, sensitivity.", "Signed messages."],
        Notes = ["2 packets on rsu1.air could not be read as WSMP."],
    };

    /// <summary>A purpose that failed because a message did not come, and nothing else.</summary>
    public static RunRecord MissingMessage => Mixed with
    {
        Purposes =
        [
            Failed with
            {
                Findings = [new(SecMarkFinding.Finding with { Message = "No BSM for 500 ms.", Field = null, Due = Start + TimeSpan.FromMilliseconds(500), Proof = [] }, null)],
                FindingCount = 1,
            },
        ],
    };

    /// <summary>A latency of ten samples below its limit.</summary>
    public static Measurement Latency => new()
    {
        Name = "l4-udp-to-air",
        Description = "Immediate forward, UDP in to air: rsu1.ifm to rsu1.air.",
        Unit = "ms",
        Count = 10,
        Distribution = new(4, 4.9, 5, 6, 6, 6),
        Uncertainty = 0.25,
        Clock = "one host, user-space stamps",
        Limit = new(null, 50, "at most 50 ms for every message"),
        Delivery = new(12, 10, 1, 1, 0, 0, 0),
        Curve = [new(4, 0.3), new(5, 0.8), new(6, 1)],
    };

    /// <summary>A measurement without samples.</summary>
    public static Measurement Silent => new()
    {
        Name = "feed-rate",
        Description = "Controller feed rate: asc1.spat.",
        Unit = "1/s",
        Count = 0,
        Uncertainty = 0,
        Clock = "virtual",
        Curve = [],
    };

    /// <summary>A failure about a field of a BSM, with its message.</summary>
    public static FindingRecord SecMarkFinding => new(
        new()
        {
            Rule = "bsm-core-data",
            Device = "obu1",
            Verdict = Verdict.Fail,
            Message = "secMark 61000 is outside its range.",
            Field = "value.coreData.secMark",
            Expected = "secMark 0..60999 or 65535",
            Found = "61000",
            Proof = [new(17, "obu1.air", Start + TimeSpan.FromMilliseconds(1250)), new(18, "obu1.air", Start + TimeSpan.FromMilliseconds(1350))],
        },
        new(
            "BasicSafetyMessage",
            "00142500C0FFEE01EE4852",
            [
                new(0, "MessageFrame", "", 0, 88, ""),
                new(1, "messageId", "messageId", 1, 15, "20"),
                new(1, "value", "value", 24, 64, "BasicSafetyMessage"),
                new(2, "coreData", "value.coreData", 24, 64, ""),
                new(3, "msgCnt", "value.coreData.msgCnt", 25, 7, "0"),
                new(3, "secMark", "value.coreData.secMark", 64, 16, "61000 (61.000 s)"),
                new(3, "lat", "value.coreData.lat", 80, 8, "72"),
            ]));

    private static PurposeRecord Passed => Purpose("US-RSU-013", "USDOT RSU Spec 4.1", "source", Verdict.Pass, "1000 forwards, all within 50 ms.") with
    {
        Evidence = [new("forwards", "messages", 1000, 1000)],
        Measurements = ["l4-udp-to-air"],
    };

    private static PurposeRecord Failed => Purpose("US-BSM-002", "SAE J2945/1", "source", Verdict.Fail, "2 findings; first: secMark 61000 is outside its range.") with
    {
        Evidence = [new("BSMs", "messages", 100, 400)],
        FindingCount = 2,
        Findings =
        [
            SecMarkFinding,
            new(SecMarkFinding.Finding with { Message = "=1+1 is no latitude.", Field = null, Proof = [new(29, "obu1.air", Start)] }, null),
        ],
    };

    private static PurposeRecord Inconclusive => Purpose("US-CI-009", "CTI 4501", "secondary source", Verdict.Inconclusive, "Observed 30 s of 120 s.") with
    {
        Evidence = [new("observed time", "s", 120, 30)],
    };

    private static PurposeRecord Errored => Purpose("US-CI-002", "CTI 4501", "secondary source", Verdict.Error, "The bench lost its tap asc1.spat.");

    private static PurposeRecord NotApplicable =>
        Purpose("US-CI-014", "CTI 4501", "secondary source", Verdict.None, "No MAP among the taps.") with { NotApplicable = true };

    private static PurposeRecord Purpose(string id, string standard, string basis, Verdict verdict, string reason) => new()
    {
        Row = new()
        {
            Id = id,
            ReferenceTp = $"TP of {id}",
            Region = "US",
            Standard = standard,
            Edition = "2017 via a public test specification",
            Clause = "6.3.3",
            AppliesTo = "OBU",
            Purpose = $"What {id} is about",
            Stimulus = "Traffic runs",
            Expected = "Everything in range",
            NumericCriteria = "0 violations",
            Basis = basis,
        },
        Rule = "a-rule",
        RuleStatement = "Every value lies in its range.",
        Verdict = verdict,
        Reason = reason,
        NotApplicable = false,
        Evidence = ImmutableArray<EvidenceRecord>.Empty,
        Findings = ImmutableArray<FindingRecord>.Empty,
        FindingCount = 0,
        Measurements = ImmutableArray<string>.Empty,
    };
}
