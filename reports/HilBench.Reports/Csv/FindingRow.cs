using CsvHelper;

namespace HilBench.Reports.Csv;

/// <summary>One row of findings.csv. An empty cell says that there is no such value.</summary>
[CsvRecord]
internal sealed partial class FindingRow
{
    [CsvColumn("purpose")]
    public required string Purpose { get; init; }

    [CsvColumn("standard")]
    public required string Standard { get; init; }

    [CsvColumn("clause")]
    public required string Clause { get; init; }

    [CsvColumn("certifiable")]
    public required string Certifiable { get; init; }

    [CsvColumn("rule")]
    public required string Rule { get; init; }

    [CsvColumn("device")]
    public required string Device { get; init; }

    [CsvColumn("verdict")]
    public required string Verdict { get; init; }

    [CsvColumn("finding")]
    public required string Message { get; init; }

    [CsvColumn("field")]
    public required string? Field { get; init; }

    [CsvColumn("expected")]
    public required string Expected { get; init; }

    [CsvColumn("found")]
    public required string Found { get; init; }

    [CsvColumn("tap")]
    public required string? Tap { get; init; }

    [CsvColumn("packet_number")]
    public required int? Packet { get; init; }

    [CsvColumn("time_utc")]
    public required string? TimeUtc { get; init; }

    [CsvColumn("time_unix_ns")]
    public required long? TimeUnixNanoseconds { get; init; }

    [CsvColumn("due_utc")]
    public required string? DueUtc { get; init; }

    [CsvColumn("due_unix_ns")]
    public required long? DueUnixNanoseconds { get; init; }

    [CsvColumn("proof_packet_numbers")]
    public required string ProofPackets { get; init; }

    [CsvColumn("message_kind")]
    public required string? MessageKind { get; init; }

    [CsvColumn("message_hex")]
    public required string? MessageHex { get; init; }
}
