using System.Collections.Immutable;
using System.Numerics;
using HilBench.Scenarios;

namespace HilBench.Scene.Drawing;

/// <summary>Paints the signals beside their stop lines: a chip a leg with each group's head, maneuvers and time to change; a badge a crosswalk.</summary>
internal sealed class SignalPainter(Sheet sheet, SceneCamera camera, LabelPlacer labels)
{
    private const float BesideRoad = 1.6f;
    private const float BehindStopLine = 1f;
    private const float FarthestMove = 12; // type sizes

    public void Paint(Site site, ImmutableArray<SceneSignal> signals)
    {
        var states = signals.ToDictionary(signal => signal.Group);
        var incoming = site.Lanes.Where(lane => lane.Use == LaneUse.Vehicle && lane.Direction.HasFlag(LaneDirection.Ingress) && lane.Path.Length > 1);
        foreach (var leg in incoming.GroupBy(lane => lane.Approach ?? (100 + (int)Math.Round(lane.Path[1].HeadingTo(lane.Path[0]) / 45))))
        {
            Leg(site, [.. leg], states);
        }

        foreach (var lane in site.Lanes.Where(lane => lane.Use == LaneUse.Crosswalk && lane.Path.Length > 1))
        {
            if (site.Connections.FirstOrDefault(way => way.From == lane.Id)?.SignalGroup is { } group && states.TryGetValue(group, out var signal))
            {
                Crosswalk(SitePainter.Points(lane), signal);
            }
        }
    }

    private void Leg(Site site, List<Lane> lanes, Dictionary<int, SceneSignal> states)
    {
        var rows = site.Connections.Where(way => way.SignalGroup is { } group && states.ContainsKey(group) && lanes.Any(lane => lane.Id == way.From))
            .GroupBy(way => way.SignalGroup!.Value)
            .Select(ways => (Signal: states[ways.Key], Maneuvers: (IReadOnlyCollection<Maneuver>)[.. ways.Select(way => way.Maneuver).Distinct()]))
            .OrderBy(row => row.Signal.Group).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var inward = Vector2.Normalize(SitePainter.Points(lanes[0])[0] - SitePainter.Points(lanes[0])[1]);
        var right = new Vector2(inward.Y, -inward.X);
        var outermost = lanes.MaxBy(lane => Vector2.Dot(SitePainter.Points(lane)[0], right))!;
        var others = site.Lanes.Where(lane => lane.Use == LaneUse.Vehicle && lane.Approach == lanes[0].Approach && !lanes.Contains(lane)).ToList();
        if (others.Exists(lane => Vector2.Dot(SitePainter.Points(lane)[0], right) > Vector2.Dot(SitePainter.Points(outermost)[0], right)))
        {
            // Left-hand traffic: the free side is the other one.
            right = -right;
            outermost = lanes.MaxBy(lane => Vector2.Dot(SitePainter.Points(lane)[0], right))!;
        }

        var corner = SitePainter.Points(outermost)[0] - (inward * BehindStopLine) + (right * (((float)outermost.Width / 2) + BesideRoad));
        if (camera.Project(corner) is { } anchor && camera.Project(corner + right - inward) is { } farther)
        {
            Chip(anchor, farther - anchor, camera.Project(corner - inward) is { } outward ? outward - anchor : farther - anchor, rows);
        }
    }

    private void Chip(Vector2 anchor, Vector2 away, Vector2 outward, List<(SceneSignal Signal, IReadOnlyCollection<Maneuver> Maneuvers)> rows)
    {
        var lamp = sheet.Pixels * 0.95f;
        var line = lamp + 10;
        var (head, arrow) = (SignalHead.Width(lamp, isPedestrian: false), sheet.Pixels * 1.35f);
        var number = rows.Max(row => sheet.Measure(Number(row.Signal), bold: true));
        var time = rows.Max(row => sheet.Measure(Told(row.Signal), row.Signal.IsContradicted));
        var size = new Vector2(8 + number + 6 + arrow + 4 + head + 7 + time + 8, 6 + (rows.Count * line));
        var beside = new Vector2(away.X < 0 ? anchor.X - size.X : anchor.X, away.Y < 0 ? anchor.Y - size.Y : anchor.Y);
        var from = labels.Force(beside, size, outward, sheet.Pixels * FarthestMove);
        sheet.Shapes.Rounded(from - Vector2.One, from + size + Vector2.One, 6, sheet.Palette.Rule);
        sheet.Shapes.Rounded(from, from + size, 5, sheet.Palette.Chip);
        for (var row = 0; row < rows.Count; row++)
        {
            var (signal, maneuvers) = rows[row];
            var (x, middle) = (from.X + 8, from.Y + 3 + ((row + 0.5f) * line));
            sheet.Write(Number(signal), x, middle + (sheet.Pixels * 0.36f), sheet.Palette.Text, bold: true);
            x += number + 6;
            ManeuverArrow.Paint(sheet.Shapes, new(x + (arrow / 2), middle), new(0, -1), arrow * 0.42f, maneuvers, sheet.Palette.Text, mirrored: true);
            x += arrow + 4;
            SignalHead.Paint(sheet, new(x, middle - (lamp / 2) - 3), lamp, signal);
            x += head + 7;
            var ink = signal.IsContradicted ? sheet.Palette.Warning : sheet.Palette.Text;
            sheet.Write(Told(signal), x, middle + (sheet.Pixels * 0.36f), ink, signal.IsContradicted);
        }
    }

    private void Crosswalk(Vector2[] points, SceneSignal signal)
    {
        var outward = Vector2.Normalize(points[0] - points[1]);
        if (camera.Project(points[0] + (outward * 0.9f)) is not { } meant || camera.Project(points[0] + (outward * 1.9f)) is not { } farther || !labels.Shows(meant))
        {
            return;
        }

        var half = new Vector2(sheet.Pixels * 0.6f);
        var centre = labels.Force(meant - half, half * 2, farther - meant, sheet.Pixels * FarthestMove) + half;
        sheet.Shapes.Rounded(centre - half - new Vector2(1.5f), centre + half + new Vector2(1.5f), 4, sheet.Palette.Housing);
        sheet.Shapes.Rounded(centre - half, centre + half, 3, Palette.Of(signal.State));
        var ink = signal.State == SignalState.Yellow ? sheet.Palette.Black : sheet.Palette.White;
        sheet.WriteCentred(SignalWords.Letter(signal.State, isPedestrian: true), centre, ink, bold: true, size: (int)(sheet.Pixels * 0.8f));
    }

    private static string Number(SceneSignal signal) => FormattableString.Invariant($"{signal.Group}");

    private static string Told(SceneSignal signal) =>
        signal.IsContradicted ? $"SPaT: {SignalWords.Letter(signal.Claimed, signal.IsPedestrian)}" : SignalWords.Time(signal);
}
