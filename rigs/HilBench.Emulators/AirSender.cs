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

    /// <summary>Sends after the unit's processing delay and an extra one.</summary>
    public void Send(Psid psid, byte channel, ReadOnlyMemory<byte> message, TimeSpan extra)
    {
        var jitter = delay > TimeSpan.Zero ? TimeSpan.FromMicroseconds(_random.Next(JitterMicroseconds)) : TimeSpan.Zero;
        var due = loop.Now + delay + jitter;
        _last = due > _last ? due : _last;
        var frame = new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = _mac,
            EtherType = WsmpMessage.EtherType,
            Payload = new WsmpMessage { Psid = psid, ChannelNumber = channel, Payload = Dot2Data.WrapUnsecured(message.Span) }.Encode(),
        }.Encode();
        loop.Schedule(_last + extra, () => air.Send(frame));
    }
}
