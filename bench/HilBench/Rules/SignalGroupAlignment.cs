using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-008: SPaT and MAP of an intersection have the same signal groups. CTI 4501, SignalGroupAlignment.</summary>
public sealed class SignalGroupAlignment : IRule
{
    private readonly FindingLog _findings = new("signal-group-alignment");
    private readonly PerIntersection<Intersection> _intersections = new();
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public SignalGroupAlignment() => _messages = new RsuMessages { Spat = Check, Geometry = Learn };

    /// <inheritdoc/>
    public string Name => "signal-group-alignment";

    /// <inheritdoc/>
    public string Statement =>
        "Each SPaT of an intersection has exactly the signal groups that the latest MAP of the intersection connects lanes with; a difference is told once for "
        + "as long as it lasts.";

    /// <inheritdoc/>
    public void Observe(Observation observation) => _messages.Observe(observation);

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd) => _messages.Conclude(recordingEnd) is { } reason
        ? FindingLog.NotApplicable(reason)
        : _findings.Conclude(
            recordingEnd,
            [
                new Evidence("MAPs", _intersections.Least(intersection => intersection.Maps), "MAPs"),
                new Evidence("compared SPaTs", _intersections.Least(intersection => intersection.Compared), "SPaTs"),
            ],
            []);

    private void Learn(IntersectionKey key, Observation observation, IntersectionGeometry geometry)
    {
        var intersection = _intersections[key];
        intersection.Maps++;
        intersection.Map = observation;
        intersection.Groups = [.. geometry.LaneSet.SelectMany(lane => lane.ConnectsTo ?? []).Select(way => way.SignalGroup).OfType<int>().Where(group => group > 0)];
    }

    private void Check(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        var intersection = _intersections[key];
        if (intersection.Map is not { } map)
        {
            return;
        }

        intersection.Compared++;
        var groups = state.States.Select(movement => movement.SignalGroup).ToHashSet();
        var onlyInSpat = groups.Except(intersection.Groups).Order().ToList();
        var onlyInMap = intersection.Groups.Except(groups).Order().ToList();
        var difference = $"{string.Join(", ", onlyInSpat)}|{string.Join(", ", onlyInMap)}";
        if (difference == intersection.Difference)
        {
            return;
        }

        intersection.Difference = difference;
        if (onlyInSpat.Count + onlyInMap.Count > 0)
        {
            string[] parts =
            [
                .. onlyInSpat.Count > 0 ? [$"SPaT has {string.Join(", ", onlyInSpat)}, which the MAP has not"] : Array.Empty<string>(),
                .. onlyInMap.Count > 0 ? [$"the MAP has {string.Join(", ", onlyInMap)}, which SPaT has not"] : Array.Empty<string>(),
            ];
            _findings.Content(
                key.Device,
                observation,
                $"signal groups of {key}: {string.Join("; ", parts)}",
                FieldPath.Of(spat, state, "states"),
                $"the signal groups of the MAP: {string.Join(", ", intersection.Groups)}",
                string.Join(", ", groups.Order()),
                ObservationRef.To(map));
        }
    }

    private sealed class Intersection
    {
        public SortedSet<int> Groups { get; set; } = [];

        public Observation? Map { get; set; }

        public int Maps { get; set; }

        public int Compared { get; set; }

        public string Difference { get; set; } = "|";
    }
}
