using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>
/// US-CI-003: a change of the lamps is in a SPaT on the air within 300 ms (L1). CTI 4501 3.3.3.1.5.2. The mapping of phases to signal groups is
/// the site's own, as the bench recorded it.
/// </summary>
public sealed class SignalChangeLatency : IRule
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan RsuPart = TimeSpan.FromMilliseconds(50);

    private readonly FindingLog _findings = new("signal-change-latency");
    private readonly List<SignalDisplay> _displays = [];
    private readonly RsuMessages _messages;
    private readonly SampleSet _total = new();
    private readonly SampleSet _controllerPart = new();
    private readonly SampleSet _rsuPart = new();

    /// <summary>A rule for one recording.</summary>
    public SignalChangeLatency() => _messages = new RsuMessages { Spat = ObserveSpat };

    /// <inheritdoc/>
    public string Name => "signal-change-latency";

    /// <inheritdoc/>
    public string Statement =>
        "Every change of a signal group at the lamps (green, yellow, red; walk, flashing don't walk, don't walk) is told by the eventState of a SPaT on the air within 300 ms. A "
        + "change that is never told before the lamps of the group change again is lost. A dark signal is no state, what comes first is no change, and a change "
        + "of the last 300 ms that has not been told is not judged.";

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _findings.Observe(observation);
        _messages.Observe(observation);
        switch (observation.Content)
        {
            case SignalGroupsContent content:
                foreach (var mapping in content.Intersections)
                {
                    Map(mapping);
                }

                break;
            case LampContent { Lamps: var lamps } when observation.Direction == Direction.FromDevice:
                ObserveController(observation, group => group.ObserveLamps(SignalIndications.Of(lamps, group.Group), observation));
                break;
            case TscbmContent { Message: var message } when observation.Direction == Direction.FromDevice:
                ObserveController(observation, group => group.ObserveFeed(SignalIndications.Of(message, group.Group), observation));
                break;
        }
    }

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd)
    {
        if (!recordingEnd.Taps.Any(tap => TapName.Is(tap, "lamps")))
        {
            return FindingLog.NotApplicable("the recording has no tap on a controller's lamps");
        }

        if (_displays.Count == 0)
        {
            return FindingLog.NotApplicable("the recording does not tell which signal group shows which phase");
        }

        var judged = _displays.FindAll(display => display.IsTapped(recordingEnd));
        if (judged.Count == 0)
        {
            var first = _displays[0].Mapping;
            return FindingLog.NotApplicable($"the recording lacks the lamps of {first.Controller} or the air of {first.Rsu}, which tells of them");
        }

        _findings.End();
        foreach (var display in judged)
        {
            Settle(display, recordingEnd.Last);
        }

        return _findings.Conclude(
            recordingEnd,
            [new Evidence("signal changes", judged.Min(display => display.Changes), "changes")],
            [Total(judged, recordingEnd.Clock), .. Parts(recordingEnd.Clock)]);
    }

    private void Map(IntersectionSignalGroups mapping)
    {
        if (Display(mapping.Rsu, mapping.Intersection) is null)
        {
            _displays.Add(new SignalDisplay(mapping)
            {
                Shown = Show,
                Overtaken = (display, change, next) =>
                {
                    display.Superseded++;
                    Lose(display, change, $"the lamps changed again {InWords.Ms(next.At - change.Lamps.At)} later", next);
                },
            });
        }
    }

    private SignalDisplay? Display(string rsu, int intersection) =>
        _displays.Find(display => display.Mapping.Rsu == rsu && display.Mapping.Intersection == intersection);

    private void ObserveController(Observation observation, Action<SignalGroupChanges> take)
    {
        var device = TapName.Device(observation.Tap);
        foreach (var display in _displays.Where(display => display.Mapping.Controller == device))
        {
            foreach (var group in display.Groups)
            {
                take(group);
            }
        }
    }

    private void ObserveSpat(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        if (Display(key.Device, key.Id) is not { } display)
        {
            return;
        }

        foreach (var group in display.Groups)
        {
            var movement = state.States.FirstOrDefault(movement => movement.SignalGroup == group.Group.Group);
            if (movement is { StateTimeSpeed: [{ EventState: var eventState }, ..] })
            {
                group.ObserveAir(SignalIndications.Of(eventState), observation);
            }
        }
    }

    private void Show(SignalDisplay display, SignalChange change, Observation spat)
    {
        var total = spat.At - change.Lamps.At;
        _total.Add(Milliseconds(change.Lamps, spat), spat.At);
        if (change.Fed is { } fed)
        {
            _controllerPart.Add(Milliseconds(change.Lamps, fed), fed.At);
            _rsuPart.Add(Milliseconds(fed, spat), spat.At);
        }

        if (total <= Limit)
        {
            display.InTime++;
            return;
        }

        display.Late++;
        var split = change.Fed is null
            ? "the controller's feed had not told it"
            : $"{InWords.Ms(Milliseconds(change.Lamps, change.Fed))} to the controller's feed, {InWords.Ms(Milliseconds(change.Fed, spat))} from there to the air";
        var isTheControllers = change.Fed is not null && spat.At - change.Fed.At <= RsuPart;
        ReadOnlySpan<ObservationRef> fedProof = change.Fed is null ? [] : [ObservationRef.To(change.Fed)];
        _findings.Timing(
            isTheControllers ? display.Mapping.Controller : display.Mapping.Rsu,
            (change.Lamps.At, spat.At),
            total - Limit,
            $"{change}; a SPaT tells it {InWords.Ms(total)} later ({split})",
            "at most 300 ms",
            InWords.Ms(total),
            [ObservationRef.To(spat), ObservationRef.To(change.Lamps), .. fedProof]);
    }

    private void Lose(SignalDisplay display, SignalChange change, string until, params ReadOnlySpan<Observation> ends)
    {
        var proof = new List<ObservationRef>();
        if (change.Fed is { } fed)
        {
            proof.Add(ObservationRef.To(fed));
        }

        foreach (var end in ends)
        {
            proof.Add(ObservationRef.To(end));
        }

        _findings.Content(
            change.Fed is null ? display.Mapping.Controller : display.Mapping.Rsu,
            change.Lamps,
            $"{change}; no SPaT tells it, {until}{(change.Fed is null ? ", and neither does the controller's feed" : "")}",
            "eventState",
            "told by a SPaT within 300 ms",
            "never told",
            [.. proof]);
    }

    private void Settle(SignalDisplay display, Instant last)
    {
        display.Unfinished = 0;
        foreach (var change in display.Groups.Select(group => group.Pending).OfType<SignalChange>())
        {
            var age = last - change.Lamps.At;
            if (age > Limit)
            {
                display.Unfinished++;
                Lose(display, change, $"up to the end of the recording {InWords.Ms(age)} later");
            }
        }
    }

    private Measurement Total(List<SignalDisplay> judged, StampClock clock) => clock.Measure(
        "l1-total",
        "Time from a change of the lamps at the controller's field terminals to the first SPaT on the RSU's air tap that tells it",
        _total,
        new Limit(null, Limit.TotalMilliseconds, "at most 300 ms for every change"),
        new Delivery(
            judged.Sum(display => display.Changes),
            judged.Sum(display => display.InTime),
            judged.Sum(display => display.Late),
            judged.Sum(display => display.Lost),
            Duplicated: 0,
            Altered: 0,
            Unexpected: 0));

    private IEnumerable<Measurement> Parts(StampClock clock) =>
    [
        clock.Measure(
            "l1-controller-to-rsu",
            "Time from a change of the lamps to the first datagram on the controller's SPaT tap that tells it",
            _controllerPart),
        clock.Measure(
            "l1-rsu-to-air",
            "Time from the first datagram on the controller's SPaT tap that tells a change of the lamps to the first SPaT on the RSU's air tap that does",
            _rsuPart,
            new Limit(null, RsuPart.TotalMilliseconds, "50 ms in RSU specification 4.1; reported, no finding")),
    ];

    private static double Milliseconds(Observation from, Observation to) => to.At.NanosecondsSince(from.At) / 1e6;
}
