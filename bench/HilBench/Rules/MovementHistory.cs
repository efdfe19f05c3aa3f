using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>The signal groups of all intersections from SPaT to SPaT, and how much of them was seen.</summary>
internal sealed class MovementHistory
{
    // Shorter than any yellow: within it no state can have come and gone unseen.
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(2);

    private readonly Dictionary<IntersectionKey, Intersection> _intersections = [];

    /// <summary>SPaTs of the intersection with the fewest; 0 without intersections.</summary>
    public int LeastSpats => _intersections.Values.Select(intersection => intersection.Spats).DefaultIfEmpty().Min();

    /// <summary>Starts of green, over all signal groups, of the intersection with the fewest; 0 without intersections.</summary>
    public int LeastGreens => _intersections.Values.Select(intersection => intersection.Greens).DefaultIfEmpty().Min();

    /// <summary>Changes of state, over all signal groups, of the intersection with the fewest; 0 without intersections.</summary>
    public int LeastChanges => _intersections.Values.Select(intersection => intersection.Changes).DefaultIfEmpty().Min();

    /// <summary>Takes a SPaT of an intersection.</summary>
    /// <returns>The step of each signal group that has an event.</returns>
    public IReadOnlyList<MovementStep> Observe(IntersectionKey key, Observation observation, IntersectionState state)
    {
        if (!_intersections.TryGetValue(key, out var intersection))
        {
            _intersections.Add(key, intersection = new Intersection());
        }

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
