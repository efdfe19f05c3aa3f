using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using HilBench.Emulators.Hosting;

namespace HilBench.Tests.Emulators.Hosting;

/// <summary>The emulator as the program that it is: settings in, JSON lines out, exit codes.</summary>
internal sealed class EmulatorProgramTests
{
    private const int TscbmOctets = 241;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task It_says_when_it_is_ready_and_SIGTERM_ends_it_with_a_summary()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Signals are sent with kill, which Windows has not.");
        }

        using var process = Start(SampleSettings.OnBoardUnit(), "-");
        var ready = JsonNode.Parse((await Line(process))!)!;
        Peers.Run("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        var ended = JsonNode.Parse((await Line(process))!)!;
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);

        Assert.That(((string?)ready["name"], (string?)ready["kind"]), Is.EqualTo(("obu1", "obu")));
        Assert.That(((string?)ended["state"], (string?)ended["reason"]), Is.EqualTo(("ended", "stopped by SIGTERM")));
        Assert.That(process.ExitCode, Is.Zero);
    }

    [Test]
    public async Task It_ends_by_itself_with_69_when_nobody_asks_any_more()
    {
        using var process = Start(SampleSettings.Controller(control: new ControlSettings { Local = SampleSettings.Free, Lifeline = TimeSpan.FromSeconds(1) }), "-");

        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);

        Assert.That(process.ExitCode, Is.EqualTo(69));
    }

    [TestCase(64, "hilbench-emulator: no settings: expected a settings file")]
    [TestCase(64, "hilbench-emulator: standard input: line 1, column 1: not a JSON document", "-")]
    [TestCase(64, "hilbench-emulator: '--port 7': expected a settings file", "--port", "7")]
    [TestCase(3, "hilbench-emulator: Could not find", "/nowhere/settings.json")]
    public async Task Wrong_usage_has_an_exit_code_and_a_line(int code, string line, params string[] args)
    {
        using var process = Start(null, args);
        var error = await process.StandardError.ReadToEndAsync().WaitAsync(Patience, TimeProvider.System);
        await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);

        Assert.That(process.ExitCode, Is.EqualTo(code), error);
        Assert.That(error, Does.StartWith(line));
    }

    [Test]
    [Category("Peer")]
    public async Task Socat_receives_the_TSCBM_of_a_controller_program()
    {
        Peers.Require("socat", "socat");
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var endpoint = (IPEndPoint)probe.Client.LocalEndPoint!;
        probe.Dispose();
        using var socat = Process.Start(new ProcessStartInfo("socat", ["-u", "-b", "4096", $"UDP-RECV:{endpoint.Port},bind=127.0.0.1", "STDOUT"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        try
        {
            using var process = Start(SampleSettings.Controller(endpoint), "-");
            var octets = new byte[20 * TscbmOctets];
            await socat.StandardOutput.BaseStream.ReadExactlyAsync(octets).AsTask().WaitAsync(Patience, TimeProvider.System);
            process.Kill();

            // Each datagram starts with 0xCD: none was cut.
            var starts = octets.Chunk(TscbmOctets).Select(message => message[0]).ToArray();
            Assert.That(starts, Is.All.EqualTo(0xCD));
        }
        finally
        {
            socat.Kill();
        }
    }

    private static async Task<string?> Line(Process process) => await process.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System);

    private static Process Start(EmulatorSettings? settings, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "hilbench-emulator.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HILBENCH_EMULATOR_SETTINGS"] = string.Empty },
        })!;
        if (settings is not null)
        {
            process.StandardInput.Write(SettingsDocument.Write(settings));
        }

        process.StandardInput.Close();
        return process;
    }
}
