using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;

namespace HilBench.Emulators;

/// <summary>Puts J2735 frames on the air stand-in: unsecured IEEE 1609.2, WSMP, Ethernet broadcast. Keeps the order of what it was given.</summary>
internal sealed class AirSender(EventLoop loop, IDatagramPort air, ImmutableArray<byte> mac, TimeSpan delay, int seed)
{
    private const int JitterMicroseconds = 4000;

    private readonly byte[] _mac = [.. mac];
    private readonly Random _random = new(seed);
    private Instant _last;

    /// <summary>Called with each message that leaves.</summary>
    public Action<WsmpMessage>? Sent { get; init; }

    /// <summary>Sends a message after the unit's processing delay and an extra one.</summary>
    public void Send(Psid psid, byte channel, ReadOnlyMemory<byte> message, TimeSpan extra) =>
        SendData(psid, channel, Dot2Data.WrapUnsecured(message.Span), extra);

    /// <summary>The same for what is IEEE 1609.2 data already.</summary>
    public void SendData(Psid psid, byte channel, ReadOnlyMemory<byte> data, TimeSpan extra)
    {
        var jitter = delay > TimeSpan.Zero ? TimeSpan.FromMicroseconds(_random.Next(JitterMicroseconds)) : TimeSpan.Zero;
        var due = loop.Now + delay + jitter;
        _last = due > _last ? due : _last;
        var message = new WsmpMessage { Psid = psid, ChannelNumber = channel, Payload = data };
        var frame = new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = _mac,
            EtherType = WsmpMessage.EtherType,
            Payload = message.Encode(),
        }.Encode();
        loop.Schedule(_last + extra, () =>
        {
            air.Send(frame);
            Sent?.Invoke(message);
        });
    }
}
