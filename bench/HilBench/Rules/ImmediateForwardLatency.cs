using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// US-RSU-013: what an RSU is handed for immediate forwarding is on the air within 50 ms, with the same payload. USDOT RSU specification 4.1,
/// requirement 554; each message ends in time, late, lost or altered, and late is not lost.
/// </summary>
public sealed class ImmediateForwardLatency : IRule
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    // A message is called lost only when the recording goes on for twice the time that the clause allows.
    private static readonly TimeSpan Grace = 2 * Limit;

    private readonly FindingLog _findings = new("immediate-forward-latency");
    private readonly SortedDictionary<string, Forwarding> _rsus = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "immediate-forward-latency";

    /// <inheritdoc/>
    public string Statement =>
        "Every message handed to an RSU for immediate forwarding is on its air interface within 50 ms, once, with the same payload and the PSID asked for. Equal payloads "
        + "are matched in the order they were sent; a message of the last 100 ms that has not been seen is not judged. An air message of the same PSID and length "
        + "in which at most 4 octets differ from one that was sent less than 1 s before and never seen is its altered copy.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _findings.Observe(observation);
        var device = TapName.Device(observation.Tap);
        if (observation is { Direction: Direction.ToDevice, Content: ImmediateForwardContent { Message.TxIntervalSeconds: 0 } content }
            && TapName.Is(observation.Tap, "ifm"))
        {
            ForwardingOf(device).Stream.Send(observation, content.Message);
        }
        else if (AirMessage.SentBy(observation) is { } air && !TapName.IsAirOf(observation.Tap, "obu"))
        {
            ForwardingOf(device).Stream.See(observation, air);
        }
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        var devices = recordingEnd.Taps.Where(tap => TapName.Is(tap, "ifm")).Select(TapName.Device).Order(StringComparer.Ordinal).ToList();
        if (devices.Count == 0)
        {
            return FindingLog.NotApplicable("the recording has no tap on an RSU's immediate-forward input");
        }

        if (devices.Find(device => !recordingEnd.Taps.Contains($"{device}.air", StringComparer.Ordinal)) is { } mute)
        {
            return FindingLog.NotApplicable($"the recording has no air tap of {mute}, whose immediate-forward input it holds");
        }

        _findings.End();
        foreach (var device in devices)
        {
            Settle(device, ForwardingOf(device), recordingEnd.Last);
        }

        var measurements = devices.Select(device => Measure(devices.Count == 1 ? "l4-udp-to-air" : $"l4-udp-to-air-{device}", device, recordingEnd.Clock));
        var least = devices.Min(device => ForwardingOf(device).Expected);
        return _findings.Conclude(recordingEnd, [new Evidence("forwarded messages", least, "messages")], [.. measurements]);
    }

    private Forwarding ForwardingOf(string device)
    {
        if (!_rsus.TryGetValue(device, out var forwarding))
        {
            forwarding = new Forwarding
            {
                Stream = new ForwardStream
                {
                    Delivered = (request, seen, air) => Deliver(device, request, seen, air),
                    Repeated = (seen, before, sent) => Repeat(device, seen, before, sent),
                },
            };
            _rsus.Add(device, forwarding);
        }

        return forwarding;
    }

    private void Deliver(string device, ForwardRequest request, Observation seen, AirContent air)
    {
        var forwarding = ForwardingOf(device);
        if (air.Wsmp.Psid != request.Message.Psid)
        {
            forwarding.Altered++;
            _findings.Content(
                device,
                seen,
                $"a message is on the air with PSID {air.Wsmp.Psid}, asked for was {request.Message.Psid}",
                "PSID",
                request.Message.Psid.ToString(),
                air.Wsmp.Psid.ToString(),
                ObservationRef.To(request.Sent));
            return;
        }

        var latency = seen.At - request.Sent.At;
        forwarding.Latencies.Add(seen.At.NanosecondsSince(request.Sent.At) / 1e6, seen.At);
        if (latency <= Limit)
        {
            forwarding.InTime++;
            return;
        }

        forwarding.Late++;
        _findings.Timing(
            device,
            (request.Sent.At, seen.At),
            latency - Limit,
            $"a message is on the air {InWords.Ms(latency)} after its datagram",
            "at most 50 ms",
            InWords.Ms(latency),
            ObservationRef.To(seen),
            ObservationRef.To(request.Sent));
    }

    private void Repeat(string device, Observation seen, ObservationRef before, ObservationRef sent)
    {
        ForwardingOf(device).Duplicated++;
        _findings.Content(
            device,
            seen,
            $"a message is on the air once more, {InWords.Ms(seen.At - before.At)} after the time before",
            "payload",
            "on the air once for each datagram",
            "on the air once more",
            before,
            sent);
    }

    private void Settle(string device, Forwarding forwarding, Instant last)
    {
        forwarding.Lost = forwarding.AlteredCopies = 0;
        foreach (var request in forwarding.Stream.Outstanding)
        {
            if (request.Altered is { } copy)
            {
                forwarding.AlteredCopies++;
                Alter(device, request, copy.Observation, copy.Payload.Span);
            }
            else if (last - request.Sent.At > Grace)
            {
                forwarding.Lost++;
                _findings.Content(
                    device,
                    request.Sent,
                    $"a message is never on the air up to the end of the recording, {InWords.Ms(last - request.Sent.At)} after its datagram",
                    "payload",
                    "on the air within 50 ms",
                    "never on the air");
            }
        }
    }

    private void Alter(string device, ForwardRequest request, Observation seen, ReadOnlySpan<byte> found)
    {
        var sent = request.Message.Payload.Span;
        var place = sent.CommonPrefixLength(found);
        _findings.Content(
            device,
            seen,
            $"a message is on the air with another payload: octet {place + 1} of {sent.Length} is 0x{found[place]:X2} in place of 0x{sent[place]:X2}",
            $"payload, octet {place + 1}",
            $"0x{sent[place]:X2}",
            $"0x{found[place]:X2}",
            ObservationRef.To(request.Sent));
    }

    private Measurement Measure(string name, string device, StampClock clock)
    {
        var forwarding = ForwardingOf(device);
        return clock.Measure(
            name,
            $"Time from a datagram on {device}.ifm to the message with its payload on {device}.air",
            forwarding.Latencies,
            new Limit(null, Limit.TotalMilliseconds, "at most 50 ms for every message"),
            new Delivery(
                forwarding.Expected,
                forwarding.InTime,
                forwarding.Late,
                forwarding.Lost,
                forwarding.Duplicated,
                forwarding.Altered + forwarding.AlteredCopies,
                forwarding.Stream.Unexpected));
    }

    private sealed class Forwarding
    {
        public required ForwardStream Stream { get; init; }

        public SampleSet Latencies { get; } = new();

        public long InTime { get; set; }

        public long Late { get; set; }

        public long Lost { get; set; }

        public long Altered { get; set; }

        public long AlteredCopies { get; set; }

        public long Duplicated { get; set; }

        public long Expected => InTime + Late + Lost + Altered + AlteredCopies;
    }
}
