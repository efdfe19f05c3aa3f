using HilBench.Rules;
using HilBench.Runs;

namespace HilBench.Reports.Csv;

/// <summary>findings.csv: one row a finding, in catalogue and time order.</summary>
internal static class FindingsCsv
{
    public static byte[] Render(RunRecord runRecord) =>
        CsvReport.Write(runRecord.Purposes.SelectMany(purpose => purpose.Findings.Select(finding => Row(purpose, finding))));

    private static FindingRow Row(PurposeRecord purpose, FindingRecord finding)
    {
        ObservationRef? first = finding.Finding.Proof.IsDefaultOrEmpty ? null : finding.Finding.Proof[0];
        return new()
        {
            Purpose = purpose.Row.Id,
            Standard = purpose.Row.Standard,
            Clause = purpose.Row.Clause,
            Certifiable = purpose.Row.Certifiable ? "yes" : "no",
            Rule = finding.Finding.Rule,
            Device = finding.Finding.Device,
            Verdict = Wording.Of(finding.Finding.Verdict),
            Message = finding.Finding.Message,
            Field = finding.Finding.Field,
            Expected = finding.Finding.Expected,
            Found = finding.Finding.Found,
            Tap = first?.Tap,
            Packet = first?.Packet,
            TimeUtc = first?.At.ToString(),
            TimeUnixNanoseconds = first?.At.UnixNanoseconds,
            DueUtc = finding.Finding.Due?.ToString(),
            DueUnixNanoseconds = finding.Finding.Due?.UnixNanoseconds,
            ProofPackets = string.Join(' ', finding.Finding.Proof.Select(proof => Wording.Number(proof.Packet))),
            MessageKind = finding.Message?.Kind,
            MessageHex = finding.Message?.Hex,
        };
    }
}
