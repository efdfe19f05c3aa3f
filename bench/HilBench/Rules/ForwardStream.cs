using HilBench.Links;
using HilBench.Observing;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>
/// What one RSU was handed to forward, matched with what it put on the air: by payload, the oldest outstanding one first. An air message with
/// another payload counts as the altered copy of an outstanding one when PSID and length are the same, at most <see cref="MostAltered"/>
/// octets differ, and the datagram is not older than <see cref="AlteredWithin"/>; the nearest one is taken. What tells of an intersection that a MAP
/// on the air describes is the RSU's own.
/// </summary>
internal sealed class ForwardStream
{
    /// <summary>Most octets in which an altered copy differs.</summary>
    public const int MostAltered = 4;

    /// <summary>Greatest age of a datagram whose altered copy is looked for.</summary>
    public static readonly TimeSpan AlteredWithin = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ReadOnlyMemory<byte>, Copies> _payloads = new(PayloadComparer.Instance);
    private readonly LinkedList<ForwardRequest> _outstanding = [];
    private readonly HashSet<Psid> _psids = [];
    private readonly HashSet<(int? Region, int Id)> _own = [];
    private readonly HashSet<(int? Region, int Id)> _foreign = [];

    /// <summary>Called for a request when its payload is on the air: the request, the air message.</summary>
    public required Action<ForwardRequest, Observation, AirContent> Delivered { get; init; }

    /// <summary>Called when a payload is on the air once more than it was asked for: the air message, the one before, the datagram of that one.</summary>
    public required Action<Observation, ObservationRef, ObservationRef> Repeated { get; init; }

    /// <summary>The requests that have not been seen on the air, in the order they were sent.</summary>
    public IReadOnlyCollection<ForwardRequest> Outstanding => _outstanding;

    /// <summary>Air messages that no request asked for, though they tell of what only requests tell of, or cannot be read on a PSID of theirs.</summary>
    public long Unexpected { get; private set; }

    /// <summary>Takes a datagram to the RSU.</summary>
    public void Send(Observation sent, ImmediateForwardMessage message)
    {
        _psids.Add(message.Psid);
        if (!_payloads.TryGetValue(message.Payload, out var copies))
        {
            _payloads.Add(message.Payload, copies = new Copies());
        }

        copies.Outstanding.Enqueue(_outstanding.AddLast(new ForwardRequest(sent, message)));
    }

    /// <summary>Takes a message of the RSU on the air.</summary>
    public void See(Observation seen, AirContent air)
    {
        if (!_payloads.TryGetValue(air.Payload, out var copies))
        {
            SeeOther(seen, air);
            return;
        }

        _foreign.UnionWith(Intersections(air));
        if (copies.Outstanding.TryDequeue(out var node))
        {
            // The true copy came after all: what looked like an altered one was none.
            Unexpected += node.Value.Altered is null ? 0 : 1;
            _outstanding.Remove(node);
            Delivered(node.Value, seen, air);
            copies.Last = (ObservationRef.To(seen), ObservationRef.To(node.Value.Sent));
        }
        else if (copies.Last is { } last)
        {
            Repeated(seen, last.Seen, last.Sent);
            copies.Last = (ObservationRef.To(seen), last.Sent);
        }
    }

    private void SeeOther(Observation seen, AirContent air)
    {
        if (air.Frame?.Value.Value is MapData)
        {
            _own.UnionWith(Intersections(air));
        }

        if (Intersections(air).Any(_own.Contains))
        {
            return;
        }

        if (Nearest(seen.At, air) is { } request)
        {
            request.Altered = (seen, air.Payload);
        }
        else if (_psids.Contains(air.Wsmp.Psid) && (air.Frame is null || Intersections(air).Any(_foreign.Contains)))
        {
            Unexpected++;
        }
    }

    private ForwardRequest? Nearest(Instant at, AirContent air)
    {
        ForwardRequest? nearest = null;
        var least = MostAltered;
        for (var node = _outstanding.Last; node is not null && at - node.Value.Sent.At <= AlteredWithin; node = node.Previous)
        {
            var request = node.Value;
            if (request.Altered is null && request.Message.Psid == air.Wsmp.Psid
                && Difference(request.Message.Payload.Span, air.Payload.Span) is { } difference && difference <= least)
            {
                (nearest, least) = (request, difference);
            }
        }

        return nearest;
    }

    private static int? Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length)
        {
            return null;
        }

        var difference = 0;
        for (var index = 0; index < one.Length; index++)
        {
            difference += one[index] == other[index] ? 0 : 1;
        }

        return difference;
    }

    private static IEnumerable<(int? Region, int Id)> Intersections(AirContent air) => air.Frame?.Value.Value switch
    {
        SPAT spat => spat.Intersections.Select(state => (state.Id.Region, state.Id.Id)),
        MapData map => (map.Intersections ?? []).Select(geometry => (geometry.Id.Region, geometry.Id.Id)),
        _ => [],
    };

    private sealed class Copies
    {
        public Queue<LinkedListNode<ForwardRequest>> Outstanding { get; } = new();

        public (ObservationRef Seen, ObservationRef Sent)? Last { get; set; }
    }
}
