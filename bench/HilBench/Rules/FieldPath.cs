using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>Paths of fields of a SPaT in a MessageFrame, as findings name them.</summary>
internal static class FieldPath
{
    /// <summary>A member of an intersection.</summary>
    public static string Of(SPAT spat, IntersectionState state, string member)
    {
        var index = spat.Intersections.Select((other, place) => (other, place)).First(item => ReferenceEquals(item.other, state)).place;
        return FormattableString.Invariant($"value.intersections[{index}].{member}");
    }

    /// <summary>A member of the first event of a movement.</summary>
    public static string OfEvent(SPAT spat, IntersectionState state, int movement, string member) =>
        Of(spat, state, FormattableString.Invariant($"states[{movement}].state-time-speed[0].{member}"));
}
