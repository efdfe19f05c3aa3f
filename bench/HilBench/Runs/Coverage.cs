using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Runs;

/// <summary>What this build does not cover, and what of its catalogue a run leaves out.</summary>
internal static class Coverage
{
    /// <summary>One sentence each.</summary>
    public static ImmutableArray<string> NotCovered { get; } =
    [
        "Radio: message content and timing are judged at Ethernet and IP interfaces; power, spectrum, range and channel access are not.",
        "Air interface: stand-in. Frames that a radio would carry are observed on an Ethernet-framed link of the device.",
        "Security: messages are unsecured (IEEE 1609.2 unsecuredData); signatures, certificates and certificate change are not judged.",
        "Purposes of the catalogue that are not listed here were not executed.",
        "Purposes whose basis is a secondary source are informative: the purchased standard decides.",
    ];

    /// <summary>Every standard and edition of the regions that a run's purposes come from, in the order of the ledger.</summary>
    /// <param name="judged">Ids of the purposes that the run judged.</param>
    public static ImmutableArray<StandardCoverage> Of(ImmutableArray<string> judged)
    {
        var regions = PurposeLedger.Rows.Where(row => judged.Contains(row.Id, StringComparer.Ordinal)).Select(row => row.Region).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. PurposeLedger.Rows.Where(row => regions.Contains(row.Region))
                .GroupBy(row => (row.Standard, row.Edition))
                .Select(rows => new StandardCoverage(
                    rows.Key.Standard,
                    rows.Key.Edition,
                    [.. rows.Where(row => row.Needs is null && !judged.Contains(row.Id, StringComparer.Ordinal)).Select(row => row.Id)],
                    [
                        .. rows.Where(row => row.Needs is not null)
                            .GroupBy(row => row.Needs!.Value, row => row.Id)
                            .OrderBy(missing => missing.Key)
                            .Select(missing => new MissingPurposes(missing.Key, [.. missing])),
                    ])),
        ];
    }
}
