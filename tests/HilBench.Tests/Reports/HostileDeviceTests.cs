using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HilBench.Drivers.Rsu;
using HilBench.Drivers.Snmp;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Reports;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Tests.Drivers.Rsu;
using HilBench.Tests.Emulators.Rsu;
using HilBench.Tests.Running;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Reports;

/// <summary>A road-side unit whose firmware version is no text: from its objects through driver, recording and judge into the record and every report.</summary>
internal sealed class HostileDeviceTests
{
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")) with { Length = TimeSpan.FromSeconds(2) };

    [TestCase("FFC328", "FFC328", TestName = "Octets_that_are_no_UTF_8_are_told_as_hexadecimal")]
    [TestCase("E280AE3C623E", "\u202E<b>", TestName = "Text_that_turns_the_reading_direction_is_kept_as_it_is")]
    [TestCase("310007", "1\0\a", TestName = "Control_characters_are_kept_as_they_are")]
    public void What_a_unit_states_is_in_the_record_and_the_reports_are_whole(string octets, string expected)
    {
        var record = Run(Convert.FromHexString(octets));

        var difference = record.Attestations.Single().Differences.Single();
        Assert.That((difference.Name, difference.Before, difference.After), Is.EqualTo(("rsuFirmwareVersion.0", "1.0.0", expected)));
        Assert.That(record.NotReportable.Single(), Does.Contain($"is {expected}"));
        foreach (var format in ReportTable.All)
        {
            Assert.That(() => Strict(format.Render(record)), Throws.Nothing, format.FileName);
        }

        var page = Strict(ReportTable.All[0].Render(record));
        Assert.That(page, Does.Contain("<bdi>rsuFirmwareVersion.0</bdi>: <bdi>1.0.0</bdi> before, <bdi>"));
        Assert.That(page, Does.Not.Contain("\u202E").And.Not.Contain("<b>").And.Not.Contain("&#x202E;").And.Not.Contain("&#x7;"));
    }

    // The unit changes while the run goes: what it states after it is what somebody wrote there.
    private static RunRecord Run(byte[] after)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-hostile");
        try
        {
            using var loop = EventLoop.CreateVirtual(Instant.FromUtc(Short.Start));
            using var unit = new ManagedUnit(RsuMib.Rsu41);
            var notes = new RigNotes(loop, Short);
            var hostile = new Unit(new RsuConfiguration("rsu1", new ChangedSession(new UnitSession(unit.Objects), after), new RsuDialect(RsuMib.Rsu41)))
            {
                Plan = notes.Rig.Plan.Devices.OfType<RoadSideUnitPlan>().Single(),
            };
            var rig = new Rig(notes.Rig.Plan, [.. notes.Rig.Having<IDevice>(), hostile], _ => { }, [], []);
            var file = Path.Combine(folder.FullName, EvidenceFolder.Capture);
            using (var capture = CaptureWriter.Create(file, "hilbench test", []))
            {
                loop.Run(async () =>
                {
                    var run = new BenchRun(loop, Short, rig, new RunRecorder(capture));
                    await run.AttestAsync(CancellationToken.None);
                    await run.ExecuteAsync(loop.Now, CancellationToken.None);
                });
            }

            var record = Path.Combine(folder.FullName, EvidenceFolder.Record);
            RunRecordFile.Write(record, RunJudge.Judge(file, header: null, EvidenceLevel.Reduced));
            using var json = JsonDocument.Parse(Strict(File.ReadAllBytes(record)));
            return RunRecordFile.Read(record);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Strict(byte[] octets) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);

    private sealed class Unit(RsuConfiguration configuration) : IAttestable
    {
        public required DevicePlan Plan { get; init; }

        public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) => configuration.ReadAsync(cancellation);
    }

    /// <summary>A session that reads what the unit has, and from the second reading on a firmware version of the test's.</summary>
    private sealed class ChangedSession(ISnmpSession unit, byte[] version) : ISnmpSession
    {
        private int _walks;

        public Task<ImmutableArray<VariableBinding>> GetAsync(IReadOnlyList<ObjectId> instances, CancellationToken cancellation) => unit.GetAsync(instances, cancellation);

        public Task SetAsync(IReadOnlyList<VariableBinding> bindings, CancellationToken cancellation) => unit.SetAsync(bindings, cancellation);

        public async Task<ImmutableArray<VariableBinding>> WalkAsync(ObjectId root, CancellationToken cancellation)
        {
            var first = _walks++ == 0;
            return
            [
                .. (await unit.WalkAsync(root, cancellation)).Select(binding =>
                    first || RsuObjectTable.NameOf(binding.Name) != "rsuFirmwareVersion.0" ? binding : new VariableBinding(binding.Name, SnmpValue.OctetString(version))),
            ];
        }
    }
}
