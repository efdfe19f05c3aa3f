using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Links;

/// <summary>
/// The device's end of a serial line that has no wire: an emulator sends and receives here, and whoever opens <see cref="SlavePath"/> sees a serial
/// line. It is raw from the start and stays when the other end closes and opens again, as a plugged-in device does; disposing it pulls the plug.
/// </summary>
public sealed class PseudoTerminal : IStreamPort
{
    private const int ChunkOctets = 4096;
    private const int WaitingOctets = 1 << 20;

    private readonly EventLoop _loop;
    private readonly SafeFileHandle _master;
    private readonly SafeFileHandle _slave;
    private readonly SafeFileHandle _end;
    private readonly StreamInbox _inbox;
    private readonly Thread _receiver;
    private volatile bool _disposed;
    private volatile string? _lost;

    private PseudoTerminal(EventLoop loop, string name, SafeFileHandle master, SafeFileHandle slave, SafeFileHandle end, string slavePath)
    {
        _loop = loop;
        _master = master;
        _slave = slave;
        _end = end;
        _inbox = new StreamInbox(loop, WaitingOctets);
        Name = name;
        SlavePath = slavePath;
        _receiver = new Thread(Receive) { IsBackground = true, Name = $"receive {name}" };
        _receiver.Start();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What the other end opens as its serial line, for example <c>/dev/pts/5</c>.</summary>
    public string SlavePath { get; }

    /// <summary>Octets that nobody read in time and that were dropped, as on a line without flow control.</summary>
    public long Dropped { get; private set; }

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

    /// <summary>Makes a pseudo-terminal.</summary>
    /// <param name="loop">Loop on which the listeners are called.</param>
    /// <param name="name">Name for messages, for example <c>obu1.gnss</c>.</param>
    /// <exception cref="LinkException">The system has none, or none left.</exception>
    public static PseudoTerminal Open(EventLoop loop, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new LinkException($"{name}: pseudo-terminals are made on Linux only. Emulate serial devices there, or use a real line.");
        }

        var master = Terminal.OpenMaster(Terminal.ReadWrite | Terminal.NoControllingTerminal | Terminal.CloseOnExec | Terminal.NonBlocking);
        var end = Terminal.OpenEvent(0, Terminal.CloseOnExec);
        SafeFileHandle? slave = null;
        try
        {
            Check(name, !master.IsInvalid && !end.IsInvalid && Terminal.Grant(master) == 0 && Terminal.Unlock(master) == 0);
            var path = new byte[128];
            Check(name, Terminal.SlaveName(master, path, (nuint)path.Length) == 0);
            var slavePath = Encoding.UTF8.GetString(path.AsSpan(0, path.IndexOf((byte)0)));

            // Kept open here, so that settings and line survive when the other end closes its own.
            slave = Terminal.Open(slavePath, Terminal.ReadWrite | Terminal.NoControllingTerminal | Terminal.CloseOnExec);
            Check(name, !slave.IsInvalid);
            var settings = new byte[Terminal.SettingsOctets];
            Check(name, Terminal.GetSettings(slave, settings) == 0);
            Terminal.MakeRaw(settings);
            Check(name, Terminal.SetSettings(slave, 0, settings) == 0);
            return new PseudoTerminal(loop, name, master, slave, end, slavePath);
        }
        catch (LinkException)
        {
            slave?.Dispose();
            master.Dispose();
            end.Dispose();
            throw;
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
        for (var left = octets.Span; left.Length > 0;)
        {
            var written = Terminal.Write(_master, left, (nuint)left.Length);
            if (written > 0)
            {
                left = left[(int)written..];
            }
            else if (written < 0 && Marshal.GetLastPInvokeError() is var error && error != Terminal.Interrupted)
            {
                if (error != Terminal.TryAgain)
                {
                    throw new LinkException($"{Name}: {left.Length} octets were not sent on {SlavePath}: {Marshal.GetPInvokeErrorMessage(error)}.");
                }

                Dropped += left.Length;
                break;
            }
        }

        return stamp;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            _inbox.End();
            _ = Terminal.Write(_end, BitConverter.GetBytes(1L), sizeof(long));
            _receiver.Join(TimeSpan.FromSeconds(2));
            _slave.Dispose();
            _master.Dispose();
            _end.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static void Check(string name, bool done)
    {
        if (!done)
        {
            var error = Marshal.GetLastPInvokeError();
            throw new LinkException(
                $"{name}: could not make a pseudo-terminal: {Marshal.GetPInvokeErrorMessage(error)}. Check that /dev/pts is mounted and how many are allowed (sysctl kernel.pty.max).");
        }
    }

    private void Receive()
    {
        var buffer = new byte[ChunkOctets];
        Span<Terminal.Awaited> awaited = stackalloc Terminal.Awaited[2];
        while (_inbox.WaitForRoom())
        {
            awaited[0] = new Terminal.Awaited((int)_master.DangerousGetHandle(), Terminal.Readable, 0);
            awaited[1] = new Terminal.Awaited((int)_end.DangerousGetHandle(), Terminal.Readable, 0);
            _ = Terminal.Poll(awaited, 2, -1);
            if (_disposed)
            {
                return;
            }

            var length = Terminal.Read(_master, buffer, (nuint)buffer.Length);
            if (length > 0)
            {
                _inbox.Add(new Datagram(buffer.AsSpan(0, (int)length).ToArray(), new Stamp(_loop.Now, StampSource.UserSpace)));
                _inbox.PostDelivery();
            }
            else if (length == 0 || Marshal.GetLastPInvokeError() is not (Terminal.TryAgain or Terminal.Interrupted))
            {
                _lost = $"the pseudo-terminal {SlavePath} is gone ({(length == 0 ? "end of file" : Marshal.GetLastPInvokeErrorMessage())}).";
                _inbox.Close($"{Name}: {_lost}");
                _inbox.PostDelivery();
                return;
            }
        }
    }
}
