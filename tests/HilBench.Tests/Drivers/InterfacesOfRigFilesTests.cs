using HilBench.Drivers;
using HilBench.Drivers.UpperTester;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Tests.Drivers;

/// <summary>Every interface that a rig file can name, with emulated devices in memory under the virtual clock: it is there, is used by a run, and is recorded.</summary>
internal sealed class InterfacesOfRigFilesTests
{
    private const string Head = "name: some\nair: stand-in\nlinks: memory\ndevices:\n";

    private const string Controller = "  - {name: asc1, kind: signal-controller, driver: emulator}\n";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-rig");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestCase("", "UDP")]
    [TestCase("tcp: 0, ", "stream")]
    public void A_controller_is_asked_for_its_lamps_by_GB_T_20999(string carrier, string told)
    {
        var run = Run(
            $$"""
              - name: asc1
                kind: signal-controller
                driver: emulator
                gbt20999: { {{carrier}}controllerId: 789756, lampGroups: [{group: 1, phase: 1}, {group: 2, phase: 2}] }

            """);

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Tap("asc1.gbt20999"), Has.Length.GreaterThan(40).And.All.Matches<Observation>(seen => seen!.Content is DialogueContent { Protocol: "GB/T 20999" }));
        Assert.That(run.Rig.Find<ISignalOrders>("asc1"), Is.Not.Null);
        Assert.That(run.Rig.Having<ISignalOutput>().Select(output => output.Lamps), Has.Some.Not.Null);
        Assert.That(run.Stated("asc1"), Does.Contain(new ConfigurationItem("controller id", "789756")));
        Assert.That(run.Description("asc1.gbt20999"), Does.Contain(told));
        Assert.That(run.Tap("asc1.spat"), Has.Length.GreaterThan(90), "its feed is there too");
    }

    [Test]
    public void A_unit_s_vehicle_bus_is_not_in_memory()
    {
        var fault = Assert.Throws<HilBench.Inputs.InputFileException>(() => RigFile.Parse(
            "rig.yaml", Head + "  - {name: obu1, kind: obu, driver: emulator, mac: '02:00:00:00:20:01', bus: {port: pty}}\n", RigDefects.Words));

        Assert.That(fault!.Message, Does.Contain("obu1.bus is on a line or network, which is not in memory; write 'links: udp'"));
    }

    [TestCase("oer", "j2945-1")]
    [TestCase("uper", "j3161-1")]
    public void A_unit_under_test_control_is_silent_until_it_is_told_to_transmit_and_the_air_shows_it(string encoding, string standard)
    {
        var run = Run(Controller + $"  - {{name: obu1, kind: obu, driver: emulator, mac: '02:00:00:00:20:01', tci: {{encoding: {encoding}, standard: {standard}}}}}\n");

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Tap("obu1.tci"), Has.Length.GreaterThan(8));
        Assert.That(run.Stated("obu1"), Does.Contain(new ConfigurationItem("TCI model", "HilBench OBU")));
        Assert.That(run.Tap("obu1.air"), Has.Length.GreaterThan(60));
    }

    [Test]
    public void A_unit_that_only_says_that_it_transmits_is_not_believed()
    {
        var run = Run(Controller + "  - {name: obu1, kind: obu, driver: emulator, mac: '02:00:00:00:20:01', personalities: [tci-only-says-done], tci: {}}\n");

        Assert.That(run.Faults, Has.One.Contains("startBsmTx was answered with success, but the air showed no BSM"), "the unit began silent and stays so");
    }

    [TestCase("{}")]
    [TestCase("{tcp: 0}")]
    [TestCase("{broker: {host: 127.0.0.1}, topic: car/alerts}")]
    public void Warnings_of_a_unit_are_recorded(string alerts)
    {
        var run = Run(
            Controller
            + $"  - {{name: obu1, kind: obu, driver: emulator, mac: '02:00:00:00:20:01', alerts: {alerts}}}\n"
            + "  - {name: obu2, kind: obu, driver: emulator, mac: '02:00:00:00:20:02'}\n",
            SlowVehicleAhead);

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Rig.Find<IAlertOutput>("obu1"), Is.Not.Null);
        Assert.That(run.Tap("obu1.air").Any(seen => seen.Direction == Direction.ToDevice), "it hears the other unit");
        var lines = run.Tap("obu1.alerts");
        Assert.That(lines, Is.Not.Empty);
        Assert.That(lines.Any(seen => seen.Frame.Span.IndexOf("forward-collision-warning"u8) > 0));
    }

    [Test]
    public void A_road_side_unit_beats_on_the_platform_s_broker()
    {
        var run = Run(Controller + "  - {name: rsu1, kind: rsu, driver: emulator, mac: '02:00:00:00:10:01', controller: asc1, cloud: {broker: {host: 127.0.0.1}, esn: R328328}}\n");

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Rig.Find<ICloudPlatform>("rsu1")!.IsOnline("R328328"));
        Assert.That(run.Tap("rsu1.cloud"), Is.Not.Empty.And.All.Matches<Observation>(seen => seen!.Content is DialogueContent));
        Assert.That(run.Tap("rsu1.cloud")[0].Frame.Span.IndexOf("V2X/RSU/"u8), Is.GreaterThan(28), "topic of a PUBLISH packet behind IP and UDP");
    }

    [TestCase("", "")]
    [TestCase("cloud-ack-without-air", "R1 acknowledged the map north, but within 7 s the air does not show it")]
    public void A_map_that_the_platform_sends_down_is_believed_when_the_air_shows_it(string personality, string fault)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "north.json"), Wire.OpenV2X.MapSamples.Utf8(Wire.OpenV2X.MapSamples.Map));

        var run = Run(
            Controller + $"  - {{name: rsu1, kind: rsu, driver: emulator, mac: '02:00:00:00:10:01', controller: asc1, personalities: [{personality}], cloud: {{broker: {{host: 127.0.0.1}}, esn: R1, map: north.json}}}}\n",
            folder: _folder.FullName);

        Assert.That(run.Faults, fault.Length == 0 ? Is.Empty : Has.One.Contains(fault));
        Assert.That(run.Tap("rsu1.air").Any(seen => seen.Content is PacketContent { Protocol: "DSMP" }), Is.EqualTo(fault.Length == 0), "the map on the air");
    }

    [Test]
    public void A_station_drives_with_the_scenario_and_does_what_its_upper_tester_is_asked()
    {
        var run = Run(
            Controller + "  - {name: car1, kind: etsi-station, driver: emulator, mac: '02:00:00:00:30:01', stationId: 4711, upperTester: {profile: etsi-2015}}\n",
            scenario => scenario with { Vehicles = [.. scenario.Vehicles.Select(trip => trip with { Device = "car1" })] });

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Tap("car1.ut"), Has.Length.EqualTo(2), "initialized, and answered");
        Assert.That(run.Tap("car1.air").Select(seen => seen.Content), Has.Some.EqualTo(new PacketContent("02:00:00:00:30:01", "GeoNetworking", "BTP port 2001")));
        Assert.That(run.Rig.Find<IUpperTester>("car1"), Is.TypeOf<ProvenStation>());
    }

    [TestCase("ut-silent", "no answer to initialize within")]
    [TestCase("ut-fails", "was answered with 'not done'")]
    public void A_station_whose_upper_tester_does_not_answer_is_lost_with_the_remedy(string personality, string fault)
    {
        var run = Run(Controller + $"  - {{name: car1, kind: etsi-station, driver: emulator, mac: '02:00:00:00:30:01', personalities: [{personality}]}}\n");

        Assert.That(run.Faults, Has.One.Contains("car1.ut").And.One.Contains(fault));
        Assert.That(run.Tap("asc1.spat"), Has.Length.GreaterThan(90), "the others go on");
    }

    [TestCase("")]
    [TestCase("stored-not-sent")]
    public void A_stored_message_is_believed_when_the_air_shows_it(string personality)
    {
        var run = Run(
            Controller + $"  - {{name: rsu1, kind: rsu, driver: emulator, mac: '02:00:00:00:10:01', controller: asc1, personalities: [{personality}], mib: rsu-4.1, snmp: {{version: v3}}, forward: [{{psid: 0x82, channel: 172}}]}}\n");

        Assert.That(run.Faults, personality.Length == 0
            ? Is.Empty
            : Has.One.Contains("rsu1: the MAP to be stored and repeated reads back, but rsu1.air did not show it within 6 s"));
    }

    [Test]
    public void The_words_of_a_dialect_are_those_of_the_personalities()
    {
        var run = Run(
            Controller + "  - {name: rsu1, kind: rsu, driver: emulator, mac: '02:00:00:00:10:01', controller: asc1, personalities: [psid-plain, rows-by-columns], dialect: [psid-plain, rows-by-columns], firstRow: 20, mib: ntcip-1218, snmp: {version: v3}, forward: [{psid: 0x82, channel: 172}]}\n");

        Assert.That(run.Faults, Is.Empty);
        Assert.That(run.Tap("rsu1.air"), Is.Not.Empty);
    }

    // Both on one lane: the one behind is faster.
    private static Scenario SlowVehicleAhead(Scenario scenario)
    {
        var trip = scenario.Vehicles[0];
        return scenario with
        {
            Vehicles =
            [
                trip with { Name = "ahead", Device = "obu2", Speed = 3 },
                trip with { Name = "behind", Device = "obu1", Speed = 14, Enters = TimeSpan.FromSeconds(3), IgnoresTraffic = true },
            ],
        };
    }

    private static Outcome Run(string devices, Func<Scenario, Scenario>? change = null, string? folder = null)
    {
        var plan = RigFile.Parse(Path.Combine(folder ?? Path.GetTempPath(), "rig.yaml"), Head + devices, RigDefects.Words);
        var scenario = Faults.FaultyRun.Short(10);
        scenario = (change ?? (same => same))(scenario) with { Forwards = [] };
        scenario = scenario with { Vehicles = [.. scenario.Vehicles.Where(trip => plan.Devices.Any(device => device.Name == trip.Device))] };
        using var recording = new MemoryStream();
        Rig? rig = null;
        using (var loop = EventLoop.CreateVirtual(Instant.FromUtc(scenario.Start)))
        using (var capture = CaptureWriter.Create(recording, "test", "hilbench", []))
        {
            loop.Run(async () =>
            {
                var recorder = new RunRecorder(capture);
                rig = await OpenRig.OpenAsync(plan, scenario, loop, LinkKind.Memory, recorder.Record, logFolder: null, CancellationToken.None);
                var run = new BenchRun(loop, scenario, rig, recorder);
                await run.AttestAsync(CancellationToken.None);
                await run.ExecuteAsync(loop.Now, CancellationToken.None);
                await rig.DisposeAsync();
            });
        }

        using var reader = CaptureReader.Read(new MemoryStream(recording.ToArray()), "test");
        return new Outcome(rig!, [.. reader.Packets().Select(ObservationReader.Read)], [.. reader.Taps]);
    }

    private sealed record Outcome(Rig Rig, Observation[] Observations, TapInterface[] Interfaces)
    {
        public string[] Taps => [.. Interfaces.Select(tap => tap.Name)];

        public string[] Faults => [.. Observations.Select(seen => seen.Content).OfType<DeviceFaultContent>().Select(fault => fault.Reason)];

        public Observation[] Tap(string name) => [.. Observations.Where(seen => seen.Tap == name)];

        public string Description(string name) => Interfaces.First(tap => tap.Name == name).Description;

        public ConfigurationItem[] Stated(string device) =>
            [.. Observations.Select(seen => seen.Content).OfType<ConfigurationContent>().First(content => content.Device == device).Items];
    }
}
