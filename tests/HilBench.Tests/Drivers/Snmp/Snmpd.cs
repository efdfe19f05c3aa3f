using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HilBench.Tests.Drivers.Snmp;

/// <summary>
/// Net-snmp's agent (Debian package snmpd) on a free port of 127.0.0.1, with a configuration of its own. What it keeps goes to another folder than
/// its configuration, which it would overwrite at its end.
/// </summary>
internal sealed class Snmpd : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-snmpd-").FullName;
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="configuration">Lines of its configuration file.</param>
    public Snmpd(params IEnumerable<string> configuration)
    {
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp))
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Local = (IPEndPoint)socket.LocalEndPoint!;
        }

        var state = Directory.CreateDirectory(Path.Combine(_folder, "state")).FullName;
        var file = Path.Combine(_folder, "snmpd.conf");
        File.WriteAllLines(file, configuration);
        var address = string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{Local.Port}");
        var start = new ProcessStartInfo("snmpd", ["-f", "-Lo", "-C", "-c", file, "-I", "-smux", $"--persistentDir={state}", "-p", Path.Combine(_folder, "pid"), address])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SNMPCONFPATH"] = _folder;
        start.Environment["MIBS"] = "";
        start.Environment["PATH"] = "/usr/sbin:/sbin:" + Environment.GetEnvironmentVariable("PATH");
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        WaitUntilItListens();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Local { get; }

    /// <summary>Skips the test where it is not installed.</summary>
    public static void Require()
    {
        if (!File.Exists("/usr/sbin/snmpd"))
        {
            Peers.Missing("snmpd is not installed", "apt-get install snmpd");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void WaitUntilItListens()
    {
        // It says its version and "NET-SNMP" when it is ready.
        var ready = Task.Run(async () =>
        {
            while (await _process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Contains("NET-SNMP version", StringComparison.Ordinal))
                {
                    _ = _process.StandardOutput.ReadToEndAsync();
                    return true;
                }
            }

            return false;
        });
        if (!ready.Wait(Patience) || !ready.Result)
        {
            var message = _process.HasExited ? _errors.GetAwaiter().GetResult() : "it did not say that it is ready";
            Dispose();
            Assert.Fail($"snmpd did not start: {message}");
        }
    }
}
