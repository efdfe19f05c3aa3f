using System.Runtime.InteropServices;
using HilBench.Links.Linux;

namespace HilBench.Links;

/// <summary>
/// A network interface on which whole Ethernet frames of some EtherTypes are sent and received: a packet socket of Linux. Frames are stamped by the
/// kernel both ways where the interface's driver lets it. What this machine itself sends on the interface does not arrive. Needs CAP_NET_RAW.
/// </summary>
public sealed class EthernetPort : ISocketPort, ISocketReader
{
    private const int BufferOctets = 8 << 20;
    private const int MessageTooLong = 90; // EMSGSIZE

    private readonly EventLoop _loop;
    private readonly SocketReceiver _receiver;
    private readonly KernelClock _clock;
    private readonly TransmitStamps _stamps;
    private readonly int _listening;
    private readonly int _sending;
    private readonly long _key;
    private readonly Lock _counting = new();
    private long _dropped;
    private int _unreachable;
    private volatile bool _closed;

    private EthernetPort(EventLoop loop, SocketReceiver receiver, string name, string interfaceName, int listening, int sending)
    {
        (_loop, _receiver, _listening, _sending) = (loop, receiver, listening, sending);
        (Name, Interface) = (name, interfaceName);
        Address = PacketCalls.AddressOf(sending, interfaceName);
        _clock = loop.CreateKernelClock();
        _stamps = new TransmitStamps(sending, PacketCalls.PacketLevel, PacketCalls.TransmitStamp);
        Stamps = LinuxCalls.TrySetStamps(listening, LinuxCalls.TimestampSoftware | LinuxCalls.TimestampReceive) ? StampSource.Kernel : StampSource.UserSpace;
        _ = LinuxCalls.TrySetStamps(sending, LinuxCalls.TimestampSoftware | LinuxCalls.TimestampTransmit | LinuxCalls.TimestampNumber | LinuxCalls.TimestampOnly);
        _key = receiver.Add(listening, this) ?? throw new LinkException($"{name}: the event loop has ended; open {interfaceName} before.");
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Name of the network interface.</summary>
    public string Interface { get; }

    /// <summary>Hardware address of the network interface, 6 octets; zeros when it has none.</summary>
    public ReadOnlyMemory<byte> Address { get; }

    /// <inheritdoc/>
    public StampSource Stamps { get; }

    /// <summary>How often the interface was down when a frame was to be sent, or went down.</summary>
    public int Unreachable => _unreachable;

    /// <inheritdoc/>
    public Action<Datagram>? Received { get; set; }

    /// <inheritdoc/>
    public long? Dropped
    {
        get
        {
            // The kernel counts from zero again each time it is asked.
            lock (_counting)
            {
                return _dropped += _closed ? 0 : PacketCalls.DroppedSinceLastCall(_listening);
            }
        }
    }

    /// <summary>Opens an interface.</summary>
    /// <param name="loop">Loop, on the wall clock, on which <see cref="Received"/> is called.</param>
    /// <param name="name">Name for messages, for example <c>rsu1.air</c>.</param>
    /// <param name="interfaceName">Network interface, for example <c>eth1</c> or one end of a veth pair.</param>
    /// <param name="etherTypes">EtherTypes of the frames that arrive, one or more.</param>
    /// <exception cref="LinkException">There is no such interface, it is not allowed, or the machine is no Linux.</exception>
    public static EthernetPort Open(EventLoop loop, string name, string interfaceName, params ReadOnlySpan<ushort> etherTypes)
    {
        if (etherTypes.IsEmpty)
        {
            throw new ArgumentException("Give one EtherType or more.", nameof(etherTypes));
        }

        if (loop.Receiver is not { } receiver)
        {
            throw new LinkException($"{name}: raw Ethernet on {interfaceName} needs Linux on x86-64 or arm64 and the wall clock. Take UDP for this link in the rig file.");
        }

        var number = PacketCalls.InterfaceNumber(interfaceName);
        if (number == 0)
        {
            throw new LinkException($"{name}: there is no network interface '{interfaceName}' here. 'ip link' lists them; give one of them in the rig file.");
        }

        var listening = PacketCalls.Open();
        var sending = listening < 0 ? -1 : PacketCalls.Open();
        if (sending < 0)
        {
            throw Refused(name, interfaceName, listening, sending);
        }

        // Filter first, then bind: no frame of another kind gets in between.
        PacketCalls.Tune(listening, number, BufferOctets);
        return PacketCalls.TryFilter(listening, etherTypes) && PacketCalls.TryBind(listening, number, receives: true) && PacketCalls.TryBind(sending, number, receives: false)
            ? new EthernetPort(loop, receiver, name, interfaceName, listening, sending)
            : throw Refused(name, interfaceName, listening, sending);
    }

    /// <inheritdoc/>
    /// <param name="datagram">A whole Ethernet frame, without preamble and check sequence.</param>
    public Stamp Send(ReadOnlyMemory<byte> datagram)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var before = new Stamp(_loop.Now, StampSource.UserSpace);
        if (PacketCalls.SendFrame(_sending, datagram.Span) < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return LinuxCalls.IsUnreachable(error) && Interlocked.Increment(ref _unreachable) > 0 ? before : throw new LinkException(
                $"{Name}: could not send a frame of {datagram.Length} octets on {Interface}: {Marshal.GetPInvokeErrorMessage(error)}. "
                + (error == MessageTooLong ? $"It is longer than the interface takes: ip link set {Interface} mtu {datagram.Length}" : "Check the interface with 'ip link'."));
        }

        if (_stamps.Take() is not { } left)
        {
            return before;
        }

        _clock.Read();
        var stamp = _clock.Map(left);
        return stamp.Source == StampSource.Kernel ? stamp : before;
    }

    /// <inheritdoc/>
    public Stamp Answer(in Datagram request, ReadOnlyMemory<byte> answer) => Send(answer);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_closed)
        {
            _ = Dropped;
            _closed = true;
            _receiver.Remove(_key);
            _ = LinuxCalls.Close(_listening);
            _ = LinuxCalls.Close(_sending);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    void ISocketReader.Arrived(ReceiveBatch batch, int count, KernelClock clock)
    {
        var frames = new List<Datagram>(count);
        for (var i = 0; i < count; i++)
        {
            // struct sockaddr_ll: family 2, protocol 2, interface 4, hardware 2, kind 1.
            if (batch.Sender(i) is not [_, _, _, _, _, _, _, _, _, _, PacketCalls.Outgoing, ..])
            {
                frames.Add(new Datagram(batch.Octets(i).ToArray(), clock.Map(batch.Stamp(i))));
            }
        }

        _loop.Post(_ => Deliver(frames), null);
    }

    /// <inheritdoc/>
    bool ISocketReader.Failed(int error)
    {
        // An interface that went down may come up again.
        Interlocked.Increment(ref _unreachable);
        return true;
    }

    private static LinkException Refused(string name, string interfaceName, int listening, int sending)
    {
        var error = Marshal.GetLastPInvokeError();
        _ = listening < 0 ? 0 : LinuxCalls.Close(listening);
        _ = sending < 0 ? 0 : LinuxCalls.Close(sending);
        return new LinkException(error == LinuxCalls.NotPermitted
            ? $"{name}: raw Ethernet on {interfaceName} needs the capability CAP_NET_RAW, which this program has not. "
              + $"Run it as root, or once: sudo setcap cap_net_raw+ep {Environment.ProcessPath}. Or take UDP for this link in the rig file."
            : $"{name}: raw Ethernet on {interfaceName} could not be opened: {Marshal.GetPInvokeErrorMessage(error)}. Check the interface with 'ip link'.");
    }

    private void Deliver(List<Datagram> frames)
    {
        foreach (var frame in frames)
        {
            if (!_closed)
            {
                Received?.Invoke(frame);
            }
        }
    }
}
