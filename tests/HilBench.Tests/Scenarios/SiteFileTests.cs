using HilBench.Geometry;
using HilBench.Inputs;
using HilBench.Scenarios;

namespace HilBench.Tests.Scenarios;

internal sealed class SiteFileTests
{
    private static readonly Site FourLeg = SiteFile.Read(Repository.PathOf("fixtures/sites/four-leg.yaml"));

    /// <summary>NEMA dual ring: one phase of each ring may be green together, on the same side of the barrier.</summary>
    private static readonly (int, int)[] Compatible = [(1, 5), (1, 6), (2, 5), (2, 6), (3, 7), (3, 8), (4, 7), (4, 8)];

    [Test]
    public void Paths_of_the_four_leg_site_meet_exactly_where_nema_phases_conflict()
    {
        var ways = FourLeg.Connections.Where(way => FourLeg.FindLane(way.From)!.Use == LaneUse.Vehicle).ToArray();
        var meeting =
            from one in ways
            from other in ways
            where one.SignalGroup < other.SignalGroup && Meet(one, other)
            select (one.SignalGroup!.Value, other.SignalGroup!.Value);
        var conflicting =
            from one in Enumerable.Range(1, 8)
            from other in Enumerable.Range(1, 8)
            where one < other && !Compatible.Contains((one, other))
            select (one, other);

        Assert.That(meeting.Distinct(), Is.EquivalentTo(conflicting));
    }

    [Test]
    public void Faults_of_a_site_are_told_with_their_places()
    {
        const string Text = """
            name: two lanes
            intersection: 70000
            reference: {latitude: 42.3 deg, longitude: -83.7 deg}
            lanes:
              - {id: 1, direction: ingres, width: 3.5 m, path: [[0 m, -10 m], [0 m, -100 m]]}
              - {id: 1, direction: egress, width: 3.5, path: [[0 m, 10 m]]}
            connections:
              - {from: 1, to: 9, maneuver: straight, signalGroup: 3}
            signalGroups:
              - {group: 2, phase: 2, pedPhase: 2}
            """;

        Assert.That(() => SiteFile.Parse("site.yaml", Text), Throws.TypeOf<InputFileException>().With.Message.EqualTo("""
            site.yaml:2:15: intersection: expected a whole number from 0 to 65535, found '70000'
            site.yaml:3:12: missing key 'elevation'
            site.yaml:5:24: direction: expected one of ingress, egress, both, none, found 'ingres'
            site.yaml:6:10: id: lane 1 is there twice
            site.yaml:6:39: width: expected a length with unit such as '3.5 m' or '350 cm', found '3.5'
            site.yaml:6:50: path: expected 2 to 63 points, found 1
            site.yaml:8:19: to: lane 9 is no egress lane of this site
            site.yaml:8:55: signalGroup: signal group 3 is not under signalGroups
            site.yaml:10:3: signalGroups: signal group 2 rules no connection
            site.yaml:10:13: group: expected either phase or pedPhase for signal group 2
            """));
    }

    [Test]
    public void A_path_with_points_too_far_apart_for_a_map_message_is_refused()
    {
        const string Text = """
            name: long lane
            intersection: 1
            reference: {latitude: 42.3 deg, longitude: -83.7 deg, elevation: 0 m}
            lanes:
              - {id: 1, direction: ingress, width: 3.5 m, path: [[0 m, -10 m], [0 m, -340 m]]}
            connections: []
            signalGroups: []
            """;

        Assert.That(() => SiteFile.Parse("site.yaml", Text), Throws.TypeOf<InputFileException>().With.Message.EqualTo(
            "site.yaml:5:53: path: points must be at most 327 m from the one before (the first from the reference point), east and north; put one between"));
    }

    [Test]
    public void A_missing_site_file_is_named_with_its_full_path() =>
        Assert.That(
            () => SiteFile.Read("no/such.yaml"),
            Throws.TypeOf<InputFileException>().With.Message.EqualTo($"no/such.yaml:1:1: site file not found; looked for {Path.GetFullPath("no/such.yaml")}"));

    private static bool Meet(Connection one, Connection other) => one.To == other.To || Cross(Straight(one), Straight(other));

    private static (LocalPoint A, LocalPoint B) Straight(Connection way) => (FourLeg.FindLane(way.From)!.Path[0], FourLeg.FindLane(way.To)!.Path[0]);

    private static bool Cross((LocalPoint A, LocalPoint B) one, (LocalPoint A, LocalPoint B) other) =>
        Side(one, other.A) * Side(one, other.B) < 0 && Side(other, one.A) * Side(other, one.B) < 0;

    private static double Side((LocalPoint A, LocalPoint B) line, LocalPoint point) =>
        ((line.B.East - line.A.East) * (point.North - line.A.North)) - ((line.B.North - line.A.North) * (point.East - line.A.East));
}
