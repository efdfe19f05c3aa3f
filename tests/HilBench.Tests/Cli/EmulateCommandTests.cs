using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HilBench.Emulators.Hosting;
using HilBench.Tests.Wire;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Cli;

internal sealed class EmulateCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestCase("asc1", "signalController")]
    [TestCase("signal-controller", "signalController")]
    [TestCase("rsu1", "rsu")]
    [TestCase("obu", "obu")]
    public async Task The_settings_of_a_device_of_the_rig_are_printed_as_a_document_that_can_be_run(string device, string block)
    {
        var (code, output, error) = await Tool.RunAsync("emulate", device, "--print-settings");

        Assert.That((code, error), Is.EqualTo((0, string.Empty)));
        Assert.That(output, Does.Contain($"\"{block}\": {{"));
        var settings = SettingsDocument.Read(Encoding.UTF8.GetBytes(output), "output");
        Assert.That(settings.Links.Values.Select(link => link.Local ?? link.Remote), Has.All.Not.Null);
    }

    [Test]
    public async Task Links_control_port_defects_and_personalities_go_into_the_settings()
    {
        var (_, output, _) = await Tool.RunAsync(
            "emulate", "rsu1", "--link", "air=192.0.2.7:4000", "--link", "ifm=127.0.0.1:0", "--control", "127.0.0.1:0",
            "--defect", "spat-delay-400ms", "--personality", "psid-plain", "--print-settings");

        var settings = SettingsDocument.Read(Encoding.UTF8.GetBytes(output), "output");
        Assert.That(settings.Links["air"].Remote, Is.EqualTo(IPEndPoint.Parse("192.0.2.7:4000")));
        Assert.That(settings.Links["ifm"].Local, Is.EqualTo(IPEndPoint.Parse("127.0.0.1:0")));
        Assert.That(settings.Control!.Local, Is.EqualTo(IPEndPoint.Parse("127.0.0.1:0")));
        Assert.That(settings.Rsu!.Defects, Is.EquivalentTo(["spat-delay-400ms"]));
        Assert.That(settings.Rsu.Personalities, Is.EquivalentTo(["psid-plain"]));
    }

    [TestCase(64, "name a device, for example 'signal-controller', or --settings with a file")]
    [TestCase(64, "--settings stands for itself", "obu1", "--settings", "x.json")]
    [TestCase(64, "--link spta=127.0.0.1:1: a signal-controller has no link 'spta' (did you mean 'spat'?); it has spat, lamps, detectors", "asc1", "--link", "spta=127.0.0.1:1")]
    [TestCase(64, "--link spat: expected an IP address and a port, as 127.0.0.1:6053; found ''", "asc1", "--link", "spat")]
    [TestCase(64, "--control: expected an IP address and a port, as 127.0.0.1:6053; found 'here'", "asc1", "--control", "here")]
    [TestCase(3, "has no device 'asc9'; it has asc1 (signal-controller), rsu1 (rsu), obu1 (obu).", "asc9")]
    [TestCase(64, "'skip-yellow' is no defect of a device of kind obu; it has: ", "obu1", "--defect", "skip-yellow")]
    [TestCase(64, "'psid-plain' is no personality of a device of kind obu", "obu1", "--personality", "psid-plain")]
    [TestCase(3, "nothing.json", "--settings", "nothing.json")]
    public async Task What_does_not_go_together_is_told(int code, string fault, params string[] args)
    {
        var (found, output, error) = await Tool.RunAsync(["emulate", .. args, "--print-settings"]);

        Assert.That((found, output), Is.EqualTo((code, string.Empty)));
        Assert.That(error, Does.Contain(fault));
    }

    [Test]
    [Category("Peer")]
    public async Task Ncat_receives_the_TSCBM_of_an_emulated_controller_until_Ctrl_C_ends_it_with_a_summary()
    {
        Peers.Require("ncat", "ncat");
        var port = FreePort();
        using var ncat = Process.Start(new ProcessStartInfo("ncat", ["-u", "-l", "127.0.0.1", Text(port)]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        using var emulator = Start("asc1", "--link", $"spat=127.0.0.1:{port}", "--link", "detectors=127.0.0.1:0", "--link", $"lamps=127.0.0.1:{FreePort()}");
        try
        {
            // ncat may be slower to listen than the controller to send: what it gets are whole datagrams from some point on.
            var octets = new byte[10 * 241];
            await ncat.StandardOutput.BaseStream.ReadExactlyAsync(octets).AsTask().WaitAsync(Patience, TimeProvider.System);
            Assert.That(octets.Chunk(241).Select(message => message[0]), Is.All.EqualTo(0xCD));

            Peers.Run("kill", "-INT", Text(emulator.Id));
            var output = await emulator.StandardOutput.ReadToEndAsync().WaitAsync(Patience, TimeProvider.System);
            await emulator.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);

            Assert.That(emulator.ExitCode, Is.Zero);
            Assert.That(output, Does.Contain($"sends to   127.0.0.1:{port}").And.Match("asc1: stopped( by Ctrl-C)?; spat [1-9][0-9]+ sent, lamps [0-9]+ sent, detectors 0 received"));
        }
        finally
        {
            ncat.Kill();
            Kill(emulator);
        }
    }

    [Test]
    [Category("Peer")]
    public async Task Tshark_reads_the_frames_of_an_emulated_on_board_unit_as_WSMP_of_the_PSID_of_BSMs()
    {
        Peers.Require("tshark", "tshark");
        using var air = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var gnssPort = FreePort();
        using var emulator = Start("obu1", "--link", $"gnss=127.0.0.1:{gnssPort}", "--link", $"air={air.Client.LocalEndPoint}");
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var gnss = new UdpClient(AddressFamily.InterNetwork);
            var frame = air.ReceiveAsync(patience.Token).AsTask();
            for (var utc = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero); !frame.IsCompleted; utc += TimeSpan.FromMilliseconds(100))
            {
                await gnss.SendAsync(new GnssFix(utc, 42.5, -83.25, 200, -34, 10, 90).Encode(), new IPEndPoint(IPAddress.Loopback, gnssPort), patience.Token);
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
            }

            var fields = Tshark.Dissect((await frame).Buffer).ToLookup(field => field.FullName, field => field.Value, StringComparer.Ordinal);

            Assert.That(fields["eth.type"], Has.Some.EqualTo(0x88DC));
            Assert.That(fields["wsmp.psid"], Has.Some.EqualTo(0x20), "BSMs are of PSID 0x20");
        }
        finally
        {
            Kill(emulator);
        }
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "emulate", .. args])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
