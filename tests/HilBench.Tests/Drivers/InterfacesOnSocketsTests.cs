using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HilBench.Drivers;
using HilBench.Emulators.Hosting;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Tests.Drivers.Faults;
using HilBench.Tests.Emulators.Snmp;
using HilBench.Tests.Links;
using HilBench.Tests.Observing;
using HilBench.Tests.Rules;

namespace HilBench.Tests.Drivers;

/// <summary>Interfaces that a rig file names, on lines, sockets and brokers of this machine under the wall clock.</summary>
[NonParallelizable]
internal sealed class InterfacesOnSocketsTests
{
    private const string Controller = "  - {name: asc1, kind: signal-controller, driver: emulator}\n";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-sockets");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void A_vehicle_s_bus_warnings_over_TCP_a_multicast_air_and_GB_T_20999_on_a_line_are_played_and_recorded()
    {
        var run = Run(
            """
              - name: asc1
                kind: signal-controller
                driver: emulator
                gbt20999: {controllerId: 7, line: {port: pty}, lampGroups: [{group: 1, phase: 1}]}
              - name: obu1
                kind: obu
                driver: emulator
                mac: 02:00:00:00:20:01
                gnss: {port: pty}
                bus: {port: pty, bitRate: 500}
                alerts: {tcp: 0}
                air: {over: multicast}

            """);

        Assert.That(run.Record.DeviceFaults, Is.Empty);
        Assert.That(run.Count("asc1.gbt20999"), Is.GreaterThan(20));
        Assert.That(run.Count("obu1.bus"), Is.GreaterThan(50));
        Assert.That(run.Observations.Where(seen => seen.Tap == "obu1.air").Select(seen => seen.Content), Has.Some.TypeOf<AirContent>());
        Assert.That(run.Record.Attestations.Single(one => one.Device == "obu1").Items, Has.Some.Property("Name").EqualTo("CAN adapter version"));
        Assert.That(run.Record.NotReportable, Is.Empty);
    }

    [Test]
    [Category("Peer")]
    public void Mosquitto_carries_a_platform_and_its_unit_and_a_killed_broker_is_told_once()
    {
        using var mosquitto = new Mosquitto("bench", "not-told-to-anybody");
        var secret = Path.Combine(_folder.FullName, "password");
        System.IO.File.WriteAllText(secret, "not-told-to-anybody\n");
        var seen = mosquitto.Subscribe("V2X/RSU/#");
        var killed = false;

        var run = Run(
            Controller + $"  - {{name: rsu1, kind: rsu, driver: emulator, mac: '02:00:00:00:10:01', controller: asc1, cloud: {{esn: R328328, broker: {{host: 127.0.0.1, port: {Text(mosquitto.Port)}, user: bench, password: 'file:{secret}'}}}}}}\n",
            (_, done) =>
            {
                if (!killed && done >= TimeSpan.FromSeconds(3))
                {
                    killed = true;
                    mosquitto.Kill();
                }
            });

        Assert.That(run.Record.Complete);
        Assert.That(run.Faults("rsu1"), Has.Length.EqualTo(1), string.Join(" | ", run.Faults("rsu1")));
        Assert.That(run.Faults("rsu1")[0], Does.Contain("rsu1.cloud").And.Not.Contain("not-told-to-anybody"));
        Assert.That(seen.Lines, Has.Some.Contains("V2X/RSU/HB/UP").And.Some.Contains("R328328"));
        Assert.That(run.Count("rsu1.cloud"), Is.GreaterThan(0));
        Assert.That(run.Observations.Where(one => one.Tap == "rsu1.cloud").Any(one => one.Frame.Span.IndexOf("not-told-to-anybody"u8) >= 0), Is.False);
        Assert.That(run.Faults("asc1"), Is.Empty);
    }

    [Test]
    [Category("Peer")]
    public void Traps_of_net_snmp_are_recorded()
    {
        NetSnmp.Require();
        var port = FreePort();
        var secret = Path.Combine(_folder.FullName, "community");
        System.IO.File.WriteAllText(secret, "traps\n");
        Task? told = null;

        var run = Run(
            $"  - {{name: asc1, kind: signal-controller, driver: emulator, bench: {{host: 127.0.0.1, traps: {Text(port)}}}, snmp: {{version: v2c, readCommunity: 'file:{secret}'}}}}\n",
            (_, done) =>
            {
                if (done >= TimeSpan.FromSeconds(2))
                {
                    told ??= Task.Run(() => NetSnmp.Succeed(
                        "snmpinform", "-v", "2c", "-c", "traps", "-r", "1", "-t", "2", $"udp:127.0.0.1:{Text(port)}", "77", "1.3.6.1.4.1.32473.2.0.9"));
                }
            });

        Assert.That(told?.IsCompletedSuccessfully, Is.True, $"snmpinform was answered: {told?.Exception}");
        Assert.That(run.Count("asc1.traps"), Is.EqualTo(2), "the inform and its answer");
        Assert.That(run.Observations.First(seen => seen.Tap == "asc1.traps").Content, Is.EqualTo(new DialogueContent("SNMP notifications")));
    }

    [Test]
    [Category("Peer")]
    [Category("Root")]
    public void Frames_that_Python_sends_on_the_network_interface_of_a_rig_file_are_its_unit_s_air()
    {
        const string Send = """
            import socket, sys, time
            s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
            s.bind((sys.argv[1], 0))
            for n in range(80):
                s.send(bytes.fromhex(sys.argv[2]))
                time.sleep(0.05)
            """;
        using var pair = new VethPair();
        using var peer = PeerProcess.Start("ip", [.. pair.Inside, "python3", "-c", Send, pair.There, Convert.ToHexString(Frame())]);

        var check = Check($"  - {{name: obu1, kind: obu, driver: real, udp: {{host: 127.0.0.4}}, air: {{over: ethernet, interface: {pair.Here}}}}}\n")[0];

        Assert.That(check.Taps.Single(tap => tap.Tap == "obu1.air").Packets, Is.GreaterThan(5), string.Join(" | ", check.Faults.Concat(peer.Lines)));
        Assert.That(check.Taps.Single(tap => tap.Tap == "obu1.air").Undecoded, Is.Zero);
    }

    [TestCase(0)]
    [TestCase(52)]
    public void Copies_behind_a_header_of_the_unit_s_own_are_its_air(int skip)
    {
        var port = FreePort();
        using var stop = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            using var unit = new UdpClient();
            byte[] copy = [.. new byte[skip], .. Frame()];
            while (!stop.IsCancellationRequested)
            {
                await unit.SendAsync(copy, new IPEndPoint(IPAddress.Loopback, port));
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);
            }
        });

        var check = Check($"  - {{name: obu1, kind: obu, driver: real, udp: {{host: 127.0.0.4}}, bench: {{host: 127.0.0.1, air: {Text(port)}}}, air: {{over: copies, skip: {Text(skip)}}}}}\n")[0];

        stop.Cancel();
        sending.Wait();
        Assert.That(check.Taps.Single(tap => tap.Tap == "obu1.air").Packets, Is.GreaterThan(5), string.Join(" | ", check.Faults));
        Assert.That(check.Taps.Single(tap => tap.Tap == "obu1.air").Undecoded, Is.Zero);
    }

    [Test]
    public void Units_that_no_vehicle_of_the_scenario_is_for_are_driven_all_the_same()
    {
        var checks = Check(
            Controller
            + "  - {name: car1, kind: etsi-station, driver: emulator, mac: '02:00:00:00:30:01'}\n"
            + "  - {name: obu2, kind: obu, driver: emulator, mac: '02:00:00:00:20:02'}\n");

        Assert.That(checks.SelectMany(check => check.Faults), Is.Empty);
        Assert.That(checks.SelectMany(check => check.Taps).Select(tap => tap.Tap), Does.Contain("car1.air").And.Contain("obu2.air"));
    }

    [TestCase("car1")]
    [TestCase("asc1")]
    [TestCase("obu1")]
    public void Settings_of_an_emulated_device_are_a_document_that_its_program_reads(string device)
    {
        var rig = RigFile.Read(
            File(
                """
                  - {name: asc1, kind: signal-controller, driver: emulator, gbt20999: {controllerId: 3000000}}
                  - {name: obu1, kind: obu, driver: emulator, mac: '02:00:00:00:20:01', tci: {encoding: uper}, alerts: {}}
                  - {name: car1, kind: etsi-station, driver: emulator, mac: '02:00:00:00:30:01', stationId: 4711}

                """),
            RigDefects.Words);
        var written = SettingsDocument.Write(EmulatedDeviceSettings.Of(rig, device, ScenarioFile.Read(BundledFiles.ShortScenario)));

        var read = SettingsDocument.Read(Encoding.UTF8.GetBytes(written), "settings.json");

        Assert.That(SettingsDocument.Write(read), Is.EqualTo(written));
        Assert.That((read.EtsiStation?.StationId, read.GbT20999?.ControllerId, read.Tci is null), Is.EqualTo(device switch
        {
            "car1" => ((uint?)4711, (uint?)null, true),
            "asc1" => (null, 3_000_000U, true),
            _ => (null, null, false),
        }));
    }

    [Test]
    public void Real_devices_of_other_interfaces_that_are_not_there_are_each_named_with_a_remedy()
    {
        var checks = Check(
            $$$"""
              - {name: asc1, kind: signal-controller, driver: real, udp: {host: 127.0.0.1}, gbt20999: {controllerId: 7, tcp: {{{Text(FreePort())}}} } }
              - {name: asc2, kind: signal-controller, driver: real, udp: {host: 127.0.0.1, gbt20999: {{{Text(FreePort())}}} }, gbt20999: {controllerId: 7, timeout: 100 ms, retries: 0}}
              - {name: rsu1, kind: rsu, driver: real, controller: asc1, udp: {host: 127.0.0.1}, bench: {host: 127.0.0.1, air: {{{Text(FreePort())}}} }, cloud: {broker: {host: 127.0.0.1, port: {{{Text(FreePort())}}} } } }
              - {name: obu1, kind: obu, driver: real, udp: {host: 127.0.0.1}, bus: {port: /dev/ttyNOWHERE}, air: {over: multicast}}
              - {name: obu2, kind: obu, driver: real, udp: {host: 127.0.0.1}, tci: {}, air: {over: ethernet, interface: nowhere0}}
              - {name: car1, kind: etsi-station, driver: real, udp: {host: 127.0.0.1, ut: {{{Text(FreePort())}}} }, bench: {host: 127.0.0.1, air: {{{Text(FreePort())}}} }, upperTester: {profile: nowhere.csv}}
              - {name: car2, kind: etsi-station, driver: real, udp: {host: 127.0.0.1, ut: {{{Text(FreePort())}}} }, bench: {host: 127.0.0.1, air: {{{Text(FreePort())}}} }, upperTester: {patience: 200 ms}}

            """);

        Assert.That(checks[0].Faults, Has.Some.Contains("asc1.gbt20999: nobody listens at 127.0.0.1:"));
        Assert.That(checks[1].Faults, Has.Some.Contains("asc2"));
        Assert.That(checks[2].Faults, Has.Some.Contains("Check that it runs, host and port, and user and password"));
        Assert.That(checks[3].Faults, Has.Some.Contains("/dev/ttyNOWHERE"));
        Assert.That(checks[4].Faults, Has.Some.Contains("nowhere0"));
        Assert.That(checks[5].Faults, Has.Some.Contains("nowhere.csv cannot be read").And.Some.Contains("etsi-1.5.1"));
        Assert.That(checks[6].Faults, Has.Some.Contains("Upper Tester is switched on"));
    }

    private FaultyRun Run(string devices, Action<Rig, TimeSpan>? each = null) => FaultyRun.Make(File(devices), FaultyRun.Short(6) with { Forwards = [] }, each ?? ((_, _) => { }));

    private DeviceCheck[] Check(string devices) =>
        [.. RigCheck.Execute(RigFile.Read(File(devices), RigDefects.Words), ScenarioFile.Read(BundledFiles.ShortScenario), TimeSpan.FromSeconds(1), CancellationToken.None)];

    private string File(string devices)
    {
        var path = Path.Combine(_folder.FullName, "rig.yaml");
        System.IO.File.WriteAllText(path, "name: some\nair: stand-in\nlinks: udp\ndevices:\n" + devices);
        return path;
    }

    private static byte[] Frame() => SampleCapture.AirFrame(0x20, Recordings.BsmFrame(1, 1000, "01020304"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
