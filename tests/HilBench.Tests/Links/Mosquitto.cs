using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HilBench.Tests.Links;

/// <summary>Eclipse Mosquitto, broker and clients, on a free port of 127.0.0.1; ends what it started.</summary>
internal sealed class Mosquitto : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hilbench-mosquitto-");
    private readonly List<Process> _clients = [];
    private readonly string? _user;
    private readonly string? _password;
    private Process? _broker;

    public Mosquitto(string? user = null, string? password = null)
    {
        Peers.Require("mosquitto_sub", "mosquitto mosquitto-clients");
        (_user, _password) = (user, password);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var access = user is null ? "allow_anonymous true" : $"allow_anonymous false\npassword_file {In("passwords")}";
        File.WriteAllText(In("mosquitto.conf"), $"listener {Port} 127.0.0.1\n{access}\n");
        if (user is not null)
        {
            Peers.Run("mosquitto_passwd", "-b", "-c", In("passwords"), user, password!);
            // The broker gives up root: it must be able to read them still.
            Peers.Run("chmod", "755", _folder.FullName);
            Peers.Run("chmod", "644", In("passwords"));
        }

        Start();
    }

    public int Port { get; }

    /// <summary>Starts the broker and waits until it takes connections.</summary>
    public void Start()
    {
        _broker = Process.Start(new ProcessStartInfo(Program("mosquitto"), ["-c", In("mosquitto.conf")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _broker.ErrorDataReceived += (_, _) => { };
        _broker.BeginErrorReadLine();
        var end = TimeProvider.System.GetTimestamp() + (long)(Limit.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (TimeProvider.System.GetTimestamp() < end)
        {
            try
            {
                using var probe = new TcpClient();
                probe.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                Assert.That(_broker.HasExited, Is.False, "mosquitto ended at once");
                _broker.WaitForExit(20);
            }
        }

        Assert.Fail("mosquitto does not listen.");
    }

    /// <summary>Kills the broker in mid-run.</summary>
    public void Kill()
    {
        _broker!.Kill();
        _broker.WaitForExit();
    }

    /// <summary>What mosquitto_sub prints for a topic filter, line by line, as "topic payload"; ready when this returns.</summary>
    public MosquittoSubscription Subscribe(string filter)
    {
        var process = Process.Start(new ProcessStartInfo("stdbuf", ["-oL", "mosquitto_sub", "-d", "-h", "127.0.0.1", "-p", $"{Port}", .. Credentials, "-t", filter, "-F", "> %t %p"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _clients.Add(process);
        return new MosquittoSubscription(process, Limit);
    }

    /// <summary>Publishes with mosquitto_pub.</summary>
    public void Publish(string topic, string payload) =>
        Peers.Run(Program("mosquitto_pub"), ["-h", "127.0.0.1", "-p", $"{Port}", .. Credentials, "-t", topic, "-m", payload]);

    public void Dispose()
    {
        foreach (var process in _clients.Append(_broker!).Where(process => !process.HasExited))
        {
            process.Kill();
            process.WaitForExit();
        }

        _folder.Delete(recursive: true);
    }

    private string[] Credentials => _user is null ? [] : ["-u", _user, "-P", _password!];

    private static string Program(string name) => File.Exists($"/usr/sbin/{name}") ? $"/usr/sbin/{name}" : name;

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
