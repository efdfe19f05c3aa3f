using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>Runs one emulator on UDP sockets: from its settings to its end.</summary>
public sealed class EmulatorHost : IAsyncDisposable
{
    private const long Tenth = 100_000_000;
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(200);

    private readonly EventLoop _loop;
    private readonly EmulatorSettings _settings;
    private readonly DeviceKind _kind;
    private readonly TaskCompletionSource<EmulatorEnd> _ended = new();
    private ImmutableSortedDictionary<string, CountingPort> _ports = ImmutableSortedDictionary.Create<string, CountingPort>(StringComparer.Ordinal);
    private Func<Instant, IDisposable>? _start;
    private ControlPort? _control;
    private IDisposable? _running;
    private IDisposable? _armed;
    private readonly LateLog _late = new();
    private string _state = "waiting";

    private EmulatorHost(EventLoop loop, EmulatorSettings settings)
    {
        (_loop, _settings, _kind) = (loop, settings, DeviceKind.Of(settings));
        Ended = _ended.Task;
        loop.Late = _late.Add;
    }

    /// <summary>Version of the emulators.</summary>
    public static string Version { get; } =
        typeof(EmulatorHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Ends when the device has ended.</summary>
    public Task<EmulatorEnd> Ended { get; }

    /// <summary>Kind of the device, with its links.</summary>
    public DeviceKind Kind => _kind;

    /// <summary>What it is and has done so far.</summary>
    public EmulatorHealth Health => new(
        _state, _settings.Name, _kind.Word, Version, _loop.Now, _ports.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Health, StringComparer.Ordinal))
    {
        Control = _control?.Local.ToString(),
    };

    /// <summary>When its event loop ran late, the last spans, oldest first.</summary>
    internal ImmutableArray<LateSpan> Late => _late.Spans;

    /// <summary>Opens the ports and puts the device together. Unless it waits for a command, it starts as its settings say.</summary>
    /// <param name="loop">A loop on the wall clock; call it from inside its body.</param>
    /// <param name="settings">Settings that were checked.</param>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    /// <exception cref="ArgumentException">The settings cannot be run.</exception>
    public static async Task<EmulatorHost> OpenAsync(EventLoop loop, EmulatorSettings settings)
    {
        var host = new EmulatorHost(loop, settings);
        try
        {
            host.Open();
        }
        catch (Exception fault) when (fault is LinkException or ArgumentException)
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>Starts the device; a device that runs already stays as it is.</summary>
    /// <param name="first">First tick; null for the next whole tenth of a second that is 200 ms away. A time that is over is taken for now.</param>
    public void Start(Instant? first)
    {
        if (_armed is not null || _ended.Task.IsCompleted)
        {
            return;
        }

        var at = first is { } wanted && wanted > _loop.Now ? wanted : Soon(_loop.Now);
        // A device with its start far away is still waiting.
        _armed = _loop.Schedule(at - TimeSpan.FromMilliseconds(1), () => _state = "running");
        _running = _start!(at);
    }

    /// <summary>Ends the device.</summary>
    public void End(EndCause cause, string reason)
    {
        if (_ended.Task.IsCompleted)
        {
            return;
        }

        _armed?.Dispose();
        _running?.Dispose();
        _state = "ended";
        _ended.TrySetResult(new EmulatorEnd(cause, reason, Health with { Reason = reason }));
    }

    /// <summary>Ends the device and closes its ports.</summary>
    public async ValueTask DisposeAsync()
    {
        _armed?.Dispose();
        _running?.Dispose();
        if (_control is not null)
        {
            await _control.DisposeAsync();
        }

        foreach (var port in _ports.Values)
        {
            await port.DisposeAsync();
        }
    }

    private void Open()
    {
        foreach (var slot in _kind.Slots)
        {
            if (_settings.Links.TryGetValue(slot.Kind, out var link))
            {
                var local = link.Local ?? new IPEndPoint(Any(link.Remote!), 0);
                // Who listens takes datagrams from anybody, and answers whom it was asked by.
                var remote = slot.Use == LinkUse.Sends ? link.Remote : null;
                var port = UdpPort.Open(_loop, $"{_settings.Name}.{slot.Kind}", local, remote);
                _ports = _ports.Add(slot.Kind, new CountingPort(port, _loop, remote?.ToString()));
            }
        }

        _start = _kind.Make(_loop, _settings, new LinkSet(_ports.ToImmutableSortedDictionary(pair => pair.Key, pair => (IDatagramPort)pair.Value, StringComparer.Ordinal)));
        if (_settings.Control is { } control)
        {
            _control = ControlPort.Open(_loop, this, control, _settings.Name);
        }

        if (!_settings.StartOnCommand)
        {
            Start(_settings.StartAt);
        }
    }

    private static IPAddress Any(IPEndPoint remote) =>
        IPAddress.IsLoopback(remote.Address) ? remote.Address
        : remote.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any;

    // On a whole tenth of a second: such devices tell times in tenths.
    private static Instant Soon(Instant now)
    {
        var lead = (now + Lead).UnixNanoseconds;
        return new Instant(lead - (lead % Tenth) + Tenth);
    }
}
