using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Validating;

namespace HilBench.Tests.Validating;

/// <summary>Validation records made by hand.</summary>
internal static class SampleValidation
{
    /// <summary>The defects that the sample's rows must show, and what must catch them.</summary>
    public static ImmutableArray<SeededDefect> Declared { get; } =
    [
        new("slow", "rsu", ["US-CI-001"]),
        new("mute", "signal-controller", ["US-CI-002"]),
    ];

    /// <summary>A clean rig that passes, and two defects that are caught: all as declared.</summary>
    public static ImmutableArray<ValidationRow> SoundRows { get; } =
    [
        Row(null, Verdict.Pass, Verdict.Pass),
        Row(Declared[0], Verdict.Fail, Verdict.Pass),
        Row(Declared[1], Verdict.Inconclusive, Verdict.Fail),
    ];

    /// <summary>
    /// A record with every kind of cell: caught, missed, not declared, changed; a purpose that no defect proves and that does not apply to the clean
    /// rig; a ledger with purposes that are not executable.
    /// </summary>
    public static ValidationRecord Mixed => new()
    {
        SchemaVersion = ValidationRecord.CurrentSchemaVersion,
        Command = "hilbench validate",
        Scenario = new("four-leg-short", "Four legs, actuated, two cars on a route.", "inputs/scenario.yaml", new string('a', 64), 180),
        Rig = new(
            "emulated",
            "inputs/rig.yaml",
            new string('b', 64),
            [new("asc1", "signal-controller", "emulator", "0.1.0", true, []), new("rsu1", "rsu", "emulator", "0.1.0", true, [])],
            "stand-in (Ethernet frames in memory)"),
        Method = new("virtual", "memory", 1, EvidenceLevel.Reduced, 0, "virtual clock: exact by construction"),
        Times = new(new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), new(2026, 7, 1, 12, 3, 20, TimeSpan.Zero)),
        Environment = new("hilbench 0.1.0", ".NET 10.0.4", "Debian GNU/Linux 12", 2),
        Complete = true,
        Purposes = [Purpose("US-CI-001", "source"), Purpose("US-CI-002", "secondary source"), Purpose("US-CI-003", "secondary source")],
        Rows =
        [
            Row(null, Verdict.Pass, Verdict.Pass, Verdict.None),
            Row(Declared[0], Verdict.Fail, Verdict.Pass, Verdict.None),
            Row(Declared[1], Verdict.Inconclusive, Verdict.Fail, Verdict.None),
            Row(new("deaf", "rsu", ["US-CI-003"]), Verdict.Fail, Verdict.Pass, Verdict.Error),
        ],
        Deviations = ["US-CI-003 is error on deaf, which is declared for it: expected fail", "US-CI-003 fails on no defect: nothing shows that it can"],
        Ledger =
        [
            Known("US-CI-001", "CTI 4501", "source", null),
            Known("US-CI-002", "CTI 4501", "secondary source", null),
            Known("US-CI-003", "CTI 4501", "secondary source", null),
            Known("US-CI-099", "CTI 4501", "source", PurposeNeed.Rule),
            Known("EU-CAM-001", "ETSI TS 102 868-2", "source", PurposeNeed.Radio),
        ],
    };

    /// <summary>The sample with a text in every place that a file or a device can fill.</summary>
    public static ValidationRecord Poison(string text)
    {
        var mixed = Mixed;
        var purpose = mixed.Purposes[0] with { Row = mixed.Purposes[0].Row with { Id = text, Standard = text, Edition = text, Clause = text, Purpose = text }, Rule = text, RuleStatement = text };
        var row = new ValidationRow
        {
            Device = text,
            Defect = text,
            Description = text,
            Breaks = [text],
            Verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal) { [text] = Verdict.Fail },
            Reasons = new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text },
        };
        return mixed with
        {
            Command = text,
            Scenario = mixed.Scenario with { Name = text, Description = text },
            Rig = mixed.Rig with { Name = text, Air = text, Devices = [new(text, text, text, text, true, [text])] },
            Purposes = [purpose],
            Rows = [row with { Device = string.Empty, Defect = ValidationRow.Clean }, row],
            Deviations = [text],
            Ledger = [Known(text, text, text, null), Known("X-1", text, text, PurposeNeed.Alert) with { Purpose = text, Clause = text, AppliesTo = text, Region = text, Edition = text }],
        };
    }

    private static ValidationRow Row(SeededDefect? defect, params Verdict[] verdicts)
    {
        var byPurpose = verdicts.Select((verdict, index) => (Id: $"US-CI-00{index + 1}", Verdict: verdict)).ToArray();
        return new ValidationRow
        {
            Device = defect?.Device ?? string.Empty,
            Defect = defect?.Name ?? ValidationRow.Clean,
            Description = defect is null ? string.Empty : $"What a {defect.Name} device does wrong.",
            Breaks = defect?.Breaks ?? [],
            Verdicts = byPurpose.ToDictionary(cell => cell.Id, cell => cell.Verdict, StringComparer.Ordinal),
            Reasons = byPurpose.Where(cell => cell.Verdict != Verdict.Pass).ToDictionary(cell => cell.Id, cell => $"why {cell.Id} says so", StringComparer.Ordinal),
        };
    }

    private static ValidatedPurpose Purpose(string id, string basis) => new(
        new()
        {
            Id = id,
            ReferenceTp = $"TP of {id}",
            Region = "US",
            Standard = "CTI 4501",
            Edition = "v01.01 (2022-06)",
            Clause = "3.3.3.1",
            AppliesTo = "RSU",
            Purpose = $"What {id} is about",
            Stimulus = "Traffic runs",
            Expected = "Everything in range",
            NumericCriteria = "0 violations",
            Basis = basis,
        },
        "a-rule",
        "Every value lies in its range.");

    private static LedgerRow Known(string id, string standard, string basis, PurposeNeed? needs) => new()
    {
        Id = id,
        Region = id[..2],
        Standard = standard,
        Edition = "v01.01 (2022-06)",
        Clause = "-",
        AppliesTo = "RSU",
        Purpose = $"What {id} is about",
        Basis = basis,
        Needs = needs,
    };
}
