using HilBench.Wire.Alerts;
using HilBench.Wire.J2735;

namespace HilBench.Emulators.Obu;

/// <summary>
/// Warnings about other vehicles, from their BSMs. Both ask for a vehicle ahead that heads the own way. Emergency brake light: its hard-braking flag
/// is set, within 300 m and three lanes. Forward collision: it is in the own lane, and at the present speeds its rear is reached within 3 s.
/// </summary>
internal static class VehicleAlerts
{
    private const double EmergencyBrakeReach = 300;
    private const double ThreeLanes = 5.4;
    private const double SameWay = 45;
    private const double HalfLane = 1.8;
    private const double SameLane = 20;
    private const double TimeToCollision = 3;

    /// <summary>The warnings that a BSM gives rise to, with distance and, where the own vehicle is faster, time.</summary>
    public static IEnumerable<(AlertSubject Subject, double Distance, double? Seconds)> Judge(OwnMotion own, BasicSafetyMessage bsm)
    {
        var core = bsm.CoreData;
        if (Latitude.ToDegrees(core.Lat) is not { } latitude
            || Longitude.ToDegrees(core.Long) is not { } longitude
            || Heading.ToDegrees(core.Heading) is not { } heading)
        {
            yield break;
        }

        var (ahead, right) = own.To(latitude, longitude);
        var gap = ahead - own.HalfLength - (core.Size.Length / 200.0);
        if (ahead <= 0)
        {
            yield break;
        }

        var id = Convert.ToHexString(core.Id.Span);
        var speed = Speed.ToMetresPerSecond(core.Speed);
        var seconds = speed is { } other && own.Speed - other > 0.5 ? Math.Max(0, gap) / (own.Speed - other) : (double?)null;
        if (BrakesHard(bsm) && gap <= EmergencyBrakeReach && Math.Abs(right) <= ThreeLanes && own.Turn(heading) <= SameWay)
        {
            yield return (new AlertSubject(AlertMessage.EmergencyBrakeLight, id, null, null), Math.Max(0, gap), seconds);
        }

        if (seconds <= TimeToCollision && Math.Abs(right) <= HalfLane && own.Turn(heading) <= SameLane)
        {
            yield return (new AlertSubject(AlertMessage.ForwardCollision, id, null, null), Math.Max(0, gap), seconds);
        }
    }

    private static bool BrakesHard(BasicSafetyMessage bsm) =>
        bsm.PartII is { } parts && parts.Any(part =>
            part.PartIIValue is VehicleSafetyExtensions { Events: { } events } && events[VehicleEventFlagsBits.EventHardBraking]);
}
