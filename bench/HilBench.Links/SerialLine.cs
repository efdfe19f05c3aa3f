using System.Globalization;
using System.IO.Ports;

namespace HilBench.Links;

/// <summary>
/// The bench's end of a serial line, raw, 8N1. Stamps are taken in user space behind the serial driver's own loop, which alone adds
/// milliseconds: they order events and are never latency evidence.
/// </summary>
public sealed class SerialLine : IStreamPort
{
    private const int ChunkOctets = 4096;
    private const int WaitingOctets = 1 << 20;
    private static readonly TimeSpan BacklogLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    private readonly EventLoop _loop;
    private readonly SerialLineSettings _settings;
    private readonly SerialPort _port;
    private readonly SerialClaim? _claim;
    private readonly StreamInbox _inbox;
    private Instant _freeAt;
    private volatile bool _disposed;
    private volatile string? _lost;

    private SerialLine(EventLoop loop, string name, SerialLineSettings settings, SerialPort port, SerialClaim? claim)
    {
        _loop = loop;
        _settings = settings;
        _port = port;
        _claim = claim;
        _inbox = new StreamInbox(loop, WaitingOctets);
        Name = name;
        _ = Task.Run(ReceiveAsync);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The line's device file.</summary>
    public string Path => _settings.Path;

    /// <inheritdoc/>
    public Action<Datagram>? Received
    {
        get => _inbox.Received;
        set => _inbox.Received = value;
    }

    /// <inheritdoc/>
    public Action<string>? Closed
    {
        get => _inbox.Closed;
        set => _inbox.Closed = value;
    }

    /// <summary>Opens a line; what came in before is thrown away.</summary>
    /// <param name="loop">Loop on which the listeners are called.</param>
    /// <param name="name">Name for messages, for example <c>obu1.gnss</c>.</param>
    /// <param name="settings">Path and rate.</param>
    /// <exception cref="LinkException">There is no such line, it may not be opened, it is in use, or it is no serial line.</exception>
    public static SerialLine Open(EventLoop loop, string name, SerialLineSettings settings)
    {
        // Checked here because the operating system rounds what it cannot do.
        if (settings.Baud is < 300 or > 4_000_000)
        {
            throw new LinkException($"{name}: {settings.Path}: {settings.Baud} baud is no rate of a serial line; give 300 to 4000000, usually {SerialLineSettings.UsualBaud}.");
        }

        var claim = OperatingSystem.IsWindows() ? null : SerialClaim.Take(name, settings.Path);
        var port = new SerialPort(settings.Path, settings.Baud, Parity.None, 8, StopBits.One) { Handshake = Handshake.None };
        try
        {
            port.Open();
            port.DiscardInBuffer();
            if (settings.DataTerminalReady)
            {
                port.DtrEnable = true;
            }

            if (settings.RequestToSend)
            {
                port.RtsEnable = true;
            }

            return new SerialLine(loop, name, settings, port, claim);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            var opened = port.IsOpen;
            port.Dispose();
            claim?.Dispose();
            throw new LinkException(
                opened
                    ? $"{name}: {settings.Path} has no DTR or RTS to switch on ({exception.Message}). Ask for none in the rig file; pseudo-terminals never have them."
                    : $"{name}: could not open the serial line {settings.Path} at {settings.Baud} baud: {exception.Message}. Check that it is a serial line and knows this rate (stty -F {settings.Path}).",
                exception);
        }
    }

    /// <inheritdoc/>
    public Stamp Send(ReadOnlyMemory<byte> octets)
    {
        if (_disposed)
        {
            throw new LinkException($"{Name} is closed: nothing can be sent on it any more.");
        }

        if (_lost is { } reason)
        {
            throw new LinkException($"{Name}: {octets.Length} octets were not sent: {reason}");
        }

        var stamp = new Stamp(_loop.Now, StampSource.UserSpace);
        Occupy(stamp.At, octets.Length);
        _ = WriteAsync(octets.ToArray());
        return stamp;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            _inbox.End();
            ClosePort();
            _claim?.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    // A SerialPort that is closed waits without end for octets which a line that was cut never takes: it is left to wait by itself.
    private void ClosePort()
    {
        var closing = new Thread(() =>
        {
            try
            {
                _port.Dispose();
            }
            catch (Exception exception) when (IsLoss(exception))
            {
                // It is gone already.
            }
        })
        {
            IsBackground = true,
            Name = $"close {Name}",
        };
        closing.Start();
        closing.Join(CloseLimit);
    }

    /// <summary>
    /// Keeps account of the line's rate: the driver's buffers hide for a while that more is sent than the line carries, and then data would age
    /// without anybody noticing.
    /// </summary>
    private void Occupy(Instant now, int octets)
    {
        var free = (_freeAt > now ? _freeAt : now) + _settings.TimeFor(octets);
        if (free - now > BacklogLimit)
        {
            throw new LinkException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Name}: {octets} octets were not sent: {Path} at {_settings.Baud} baud carries {_settings.OctetsPerSecond} octets a second, and what was sent before needs {(_freeAt - now).TotalMilliseconds:0} ms more. Set the device and the rig file to a faster rate, usually {SerialLineSettings.UsualBaud}, or send less."));
        }

        _freeAt = free;
    }

    private async Task WriteAsync(byte[] octets)
    {
        try
        {
            await _port.BaseStream.WriteAsync(octets).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            Lose(exception.Message);
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[ChunkOctets];
        try
        {
            while (_inbox.WaitForRoom())
            {
                var length = await _port.BaseStream.ReadAsync(buffer).ConfigureAwait(false);
                if (length == 0)
                {
                    Lose("the line hung up");
                    return;
                }

                _inbox.Add(new Datagram(buffer.AsSpan(0, length).ToArray(), new Stamp(_loop.Now, StampSource.UserSpace)));
                _inbox.PostDelivery();
            }
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            Lose(exception.Message);
        }
    }

    // What a SerialPort throws when its device goes away or when it is closed under a pending call.
    private static bool IsLoss(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidOperationException or OperationCanceledException or TimeoutException;

    private void Lose(string cause)
    {
        if (!_disposed)
        {
            _lost ??= $"the serial line {Path} is gone ({cause}). Check the plug and the device's power, and open it again.";
            _inbox.Close($"{Name}: {_lost}");
            _inbox.PostDelivery();
        }
    }
}
