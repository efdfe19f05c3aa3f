using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Drivers.UpperTester;

/// <summary>Watches the air stand-in for packets that somebody waits for. Give it every frame of the air's tap.</summary>
/// <param name="loop">Loop it runs on.</param>
public sealed class EtsiAirWatch(EventLoop loop)
{
    private const int BtpHeader = 4;
    private readonly List<(Func<SeenPacket, bool> Match, TaskCompletionSource<SeenPacket?> Seen)> _waiting = [];

    /// <summary>Takes a frame of the air.</summary>
    /// <param name="datagram">An Ethernet frame.</param>
    public void Observe(Datagram datagram)
    {
        if (_waiting.Count == 0 || Read(datagram.Bytes) is not { } packet)
        {
            return;
        }

        foreach (var waiting in _waiting.Where(waiting => waiting.Match(packet)).ToArray())
        {
            waiting.Seen.TrySetResult(packet);
            _waiting.Remove(waiting);
        }
    }

    /// <summary>Waits for a packet from now on.</summary>
    /// <param name="match">Which packet.</param>
    /// <param name="within">How long.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The first such packet; null when there was none.</returns>
    public async Task<SeenPacket?> FirstAsync(Func<SeenPacket, bool> match, TimeSpan within, CancellationToken cancellation)
    {
        var seen = new TaskCompletionSource<SeenPacket?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = (match, seen);
        _waiting.Add(waiting);
        using var timeout = loop.Schedule(loop.Now + within, () =>
        {
            seen.TrySetResult(null);
            _waiting.Remove(waiting);
        });
        using var ended = cancellation.Register(() => seen.TrySetCanceled(cancellation));
        return await seen.Task;
    }

    private static SeenPacket? Read(ReadOnlyMemory<byte> octets)
    {
        if (!EthernetFrame.TryParse(octets, out var frame, out _) || frame.EtherType != GeoNetworkingPacket.EtherType
            || !GeoNetworkingPdu.TryParse(frame.Payload, out var pdu, out _) || pdu.Common is not { } common)
        {
            return null;
        }

        var port = common.NextHeader == NextAfterCommonValues.BtpB && pdu.Payload.Length > BtpHeader ? (pdu.Payload.Span[0] << 8) | pdu.Payload.Span[1] : 0;
        var cam = port == BtpPortValues.Cam ? Read<CAM>(pdu.Payload.Span[BtpHeader..]) : null;
        var denm = port == BtpPortValues.Denm ? Read<DENM>(pdu.Payload.Span[BtpHeader..]) : null;
        return new SeenPacket(frame.Source, pdu, cam, denm);
    }

    private static T? Read<T>(ReadOnlySpan<byte> message)
        where T : class, IUperType<T>
    {
        try
        {
            return UperDecoding.Decode<T>(message).Value;
        }
        catch (Asn1ContentException)
        {
            // What cannot be read is for the rules to judge: it is recorded.
            return null;
        }
    }
}
