using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>The signal groups of all intersections from SPaT to SPaT, and how much of them was seen.</summary>
internal sealed class MovementHistory
{
    // Shorter than any yellow: within it no state can have come and gone unseen.
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(2);

    private readonly PerIntersection<Intersection> _intersections = new();

    /// <summary>SPaTs of the intersection with the fewest; 0 without intersections.</summary>
    public double LeastSpats => _intersections.Least(intersection => intersection.Spats);

    /// <summary>Starts of green, over all signal groups, of the intersection with the fewest; 0 without intersections.</summary>
    public double LeastGreens => _intersections.Least(intersection => intersection.Greens);

    /// <summary>Changes of state, over all signal groups, of the intersection with the fewest; 0 without intersections.</summary>
    public double LeastChanges => _intersections.Least(intersection => intersection.Changes);

    /// <summary>Takes a SPaT of an intersection.</summary>
    /// <returns>The step of each signal group that has an event.</returns>
    public IReadOnlyList<MovementStep> Observe(IntersectionKey key, Observation observation, IntersectionState state)
    {
        var intersection = _intersections[key];
        intersection.Spats++;
        var earlier = intersection.Last is { } last && observation.At - last.At <= LongestGap ? last : null;
        var steps = new List<MovementStep>(state.States.Length);
        for (var index = 0; index < state.States.Length; index++)
        {
            var movement = state.States[index];
            var now = movement.StateTimeSpeed[0];
            var before = earlier is null ? null : intersection.Events.GetValueOrDefault(movement.SignalGroup);
            intersection.Count(before, now);
            intersection.Events[movement.SignalGroup] = now;
            steps.Add(new MovementStep(movement.SignalGroup, index, now, before, earlier));
        }

        intersection.Last = observation;
        return steps;
    }

    private sealed class Intersection
    {
        public Dictionary<int, MovementEvent> Events { get; } = [];

        public Observation? Last { get; set; }

        public int Spats { get; set; }

        public int Greens { get; private set; }

        public int Changes { get; private set; }

        public void Count(MovementEvent? before, MovementEvent now)
        {
            if (before is not null && before.EventState != now.EventState)
            {
                Changes++;
                Greens += now.EventState.IsGreen() ? 1 : 0;
            }
        }
    }
}
