using System.Text;
using CsvHelper;
using HilBench.Reports;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class CsvReportTests
{
    [Test]
    public void Measurements_have_a_row_each_with_units_in_the_header()
    {
        var rows = Read("measurements.csv", SampleRun.Mixed);

        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(rows[0]["measurement"], Is.EqualTo("l4-udp-to-air"));
        Assert.That(rows[0]["purposes"], Is.EqualTo("US-RSU-013"));
        Assert.That(rows[0]["unit"], Is.EqualTo("ms"));
        Assert.That(rows[0]["n_samples"], Is.EqualTo("10"));
        Assert.That(rows[0]["mean_in_unit"], Is.EqualTo("4.9"));
        Assert.That(rows[0]["uncertainty_in_unit"], Is.EqualTo("0.25"));
        Assert.That(rows[0]["upper_limit_in_unit"], Is.EqualTo("50"));
        Assert.That(rows[0]["lower_limit_in_unit"], Is.Empty);
        Assert.That(rows[0]["late_messages"], Is.EqualTo("1"));
        Assert.That(rows[0]["lost_messages"], Is.EqualTo("1"));
    }

    [Test]
    public void What_was_not_measured_is_an_empty_cell_and_not_a_zero()
    {
        var silent = Read("measurements.csv", SampleRun.Mixed)[1];

        Assert.That(silent["n_samples"], Is.EqualTo("0"));
        Assert.That(silent["p99_in_unit"], Is.Empty);
        Assert.That(silent["limit"], Is.Empty);
        Assert.That(silent["lost_messages"], Is.Empty);
    }

    [Test]
    public void Silence_has_no_packet_but_the_time_when_a_message_was_due()
    {
        var row = Read("findings.csv", SampleRun.MissingMessage)[0];

        Assert.That((row["packet_number"], row["time_utc"], row["time_unix_ns"]), Is.EqualTo(("", "", "")));
        Assert.That(row["due_utc"], Is.EqualTo("2026-07-01T12:00:00.500000000Z"));
        Assert.That(row["due_unix_ns"], Is.EqualTo(SampleRun.MissingMessage.Purposes[0].Findings[0].Finding.Due!.Value.UnixNanoseconds.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Findings_have_a_row_each_with_packet_time_and_message()
    {
        var rows = Read("findings.csv", SampleRun.Mixed);

        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That(rows[0]["purpose"], Is.EqualTo("US-BSM-002"));
        Assert.That(rows[0]["verdict"], Is.EqualTo("fail"));
        Assert.That(rows[0]["packet_number"], Is.EqualTo("17"));
        Assert.That(rows[0]["proof_packet_numbers"], Is.EqualTo("17 18"));
        Assert.That(rows[0]["time_utc"], Is.EqualTo("2026-07-01T12:00:01.250000000Z"));
        Assert.That(rows[0]["field"], Is.EqualTo("value.coreData.secMark"));
        Assert.That(rows[0]["message_hex"], Is.EqualTo("00142500C0FFEE01EE4852"));
        Assert.That(rows[1]["field"], Is.Empty);
    }

    [TestCase("=HYPERLINK(\"http://example.invalid\")")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("\t=1")]
    public void Text_that_a_spreadsheet_would_run_is_written_as_text(string formula)
    {
        var finding = SampleRun.SecMarkFinding with { Finding = SampleRun.SecMarkFinding.Finding with { Message = formula } };
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[1] with { Findings = [finding] }] };

        Assert.That(Read("findings.csv", run)[0]["finding"], Is.EqualTo("'" + formula));
    }

    [Test]
    public void A_negative_number_stays_a_number()
    {
        var early = SampleRun.Latency with { Distribution = new(-2.5, -1, -1, 0, 0, 0) };

        Assert.That(Read("measurements.csv", SampleRun.Mixed with { Measurements = [early] })[0]["min_in_unit"], Is.EqualTo("-2.5"));
    }

    [Test]
    public void Separators_quotes_and_line_breaks_come_back_as_they_were()
    {
        const string Hostile = "a,\"b\"\nc;d ü 红灯";
        var finding = SampleRun.SecMarkFinding with { Finding = SampleRun.SecMarkFinding.Finding with { Message = Hostile } };
        var run = SampleRun.Mixed with { Purposes = [SampleRun.Mixed.Purposes[1] with { Findings = [finding] }] };

        Assert.That(Read("findings.csv", run)[0]["finding"], Is.EqualTo(Hostile));
    }

    private static List<Dictionary<string, string>> Read(string fileName, RunRecord runRecord)
    {
        var octets = ReportTable.All.Single(format => format.FileName == fileName).Render(runRecord);
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(octets), new CsvReaderOptions());
        reader.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.Headers!.ToDictionary(name => name, name => reader.GetString(name), StringComparer.Ordinal));
        }

        return rows;
    }
}
