using System.Collections.Immutable;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-014: protected green or clearance only with red on every conflicting movement. CTI 4501, SignalStateConflict.</summary>
public sealed class SignalStateConflict : IRule
{
    private readonly FindingLog _findings = new("signal-state-conflict");
    private readonly MovementHistory _history = new();
    private readonly PerIntersection<Intersection> _intersections = new();
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public SignalStateConflict() => _messages = new RsuMessages { Spat = Check, Geometry = Learn };

    /// <inheritdoc/>
    public string Name => "signal-state-conflict";

    /// <inheritdoc/>
    public string Statement =>
        "While a signal group is protected green or protected clearance, every conflicting group is red, flashing red or dark. Groups conflict when the MAP connects "
        + "vehicle lanes of different approaches under them whose straight lines from stop line to exit cross, or that end in one lane; crosswalks are not "
        + "compared. A conflict is told once for as long as it lasts.";

    /// <inheritdoc/>
    public void Observe(Observation observation) => _messages.Observe(observation);

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd) => _messages.Conclude(recordingEnd) is { } reason
        ? FindingLog.NotApplicable(reason)
        : _findings.Conclude(
            recordingEnd,
            [
                new Evidence("conflicting pairs", _intersections.Least(intersection => intersection.Conflicts.Length), "pairs"),
                new Evidence("compared SPaTs", _intersections.Least(intersection => intersection.Compared), "SPaTs"),
                new Evidence("green intervals", _history.LeastGreens, "intervals"),
            ],
            []);

    private void Learn(IntersectionKey key, Observation observation, IntersectionGeometry geometry)
    {
        var intersection = _intersections[key];
        intersection.Map = observation;
        try
        {
            intersection.Conflicts = ConflictMatrix.Read(geometry);
        }
        catch (FormatException)
        {
            intersection.Conflicts = []; // no pair is seen, and a pass asks for one
        }
    }

    private void Check(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        var intersection = _intersections[key];
        var steps = _history.Observe(key, observation, state).GroupBy(step => step.Group).ToDictionary(steps => steps.Key, steps => steps.First());
        if (intersection.Map is not { } map)
        {
            return;
        }

        intersection.Compared++;
        var lasting = new HashSet<(int, int)>();
        foreach (var (one, other) in intersection.Conflicts)
        {
            if (!steps.TryGetValue(one, out var first) || !steps.TryGetValue(other, out var second) || !AreInConflict(first, second))
            {
                continue;
            }

            lasting.Add((one, other));
            if (!intersection.Lasting.Contains((one, other)))
            {
                var (guarded, offender) = first.Now.EventState.IsProtected() ? (first, second) : (second, first);
                _findings.Content(
                    key.Device,
                    observation,
                    $"signal group {offender.Group} of {key} is {offender.Now.EventState.Word()} while the conflicting group {guarded.Group} is {guarded.Now.EventState.Word()}",
                    FieldPath.OfEvent(spat, state, offender.Index, "eventState"),
                    "stop-And-Remain, stop-Then-Proceed or dark",
                    offender.Now.EventState.Word(),
                    ObservationRef.To(map));
            }
        }

        intersection.Lasting = lasting;
    }

    private static bool AreInConflict(MovementStep one, MovementStep other) =>
        (one.Now.EventState.IsProtected() && !other.Now.EventState.IsStop()) || (other.Now.EventState.IsProtected() && !one.Now.EventState.IsStop());

    private sealed class Intersection
    {
        public ImmutableArray<(int One, int Other)> Conflicts { get; set; } = [];

        public HashSet<(int One, int Other)> Lasting { get; set; } = [];

        public Observation? Map { get; set; }

        public int Compared { get; set; }
    }
}
