using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// Messages that an RSU only forwards (their payload came in by <c>*.ifm</c>): they are the bench's own, so the rules on the RSU's SPaT and MAP
/// pass over them, and over every intersection that such a message told of.
/// </summary>
internal sealed class ForwardedMessages
{
    private const int Remembered = 256;

    private readonly Dictionary<string, Recent> _devices = new(StringComparer.Ordinal);
    private readonly HashSet<IntersectionKey> _intersections = [];

    /// <summary>Takes an observation; all but immediate-forward messages to a device are passed over.</summary>
    public void Observe(Observation observation)
    {
        // With an interval it is a message to store and repeat: the device's own from then on.
        if (observation is not { Direction: Direction.ToDevice, Content: ImmediateForwardContent { Message.TxIntervalSeconds: <= 0 } content })
        {
            return;
        }

        var device = TapName.Device(observation.Tap);
        if (!_devices.TryGetValue(device, out var recent))
        {
            _devices.Add(device, recent = new Recent());
        }

        recent.Add(content.Message.Payload);
    }

    /// <summary>Whether an air message of an RSU is one that it was told to forward.</summary>
    public bool Contains(string device, AirContent air) => _devices.TryGetValue(device, out var recent) && recent.Payloads.Contains(air.Payload);

    /// <summary>Remembers that a forwarded message told of an intersection.</summary>
    public void Learn(IntersectionKey intersection) => _intersections.Add(intersection);

    /// <summary>Whether a forwarded message told of an intersection.</summary>
    public bool TellOf(IntersectionKey intersection) => _intersections.Contains(intersection);

    private sealed class Recent
    {
        private readonly Queue<ReadOnlyMemory<byte>> _order = new();

        public HashSet<ReadOnlyMemory<byte>> Payloads { get; } = new(PayloadComparer.Instance);

        public void Add(ReadOnlyMemory<byte> payload)
        {
            if (!Payloads.Add(payload))
            {
                return;
            }

            _order.Enqueue(payload);
            if (_order.Count > Remembered)
            {
                Payloads.Remove(_order.Dequeue());
            }
        }
    }
}
