using System.Collections.Immutable;
using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>
/// Paints the messages of the last moment as arrows between the road-side units and the vehicles. The recording does not say where a road-side
/// unit stands: it is drawn at a corner of the intersection.
/// </summary>
internal sealed class AirPainter(Sheet sheet, SceneCamera camera, LabelPlacer labels, Vector2 extent)
{
    private const int MostVehicles = 10;
    private const float Reach = 1.25f; // of a unit's sign, in type sizes
    private static readonly (int East, int North)[] Corners = [(1, 1), (-1, -1), (-1, 1), (1, -1)];

    private readonly List<(string Name, Vector2 Place)> _units = [];
    private readonly List<(string Kinds, Vector2 Place)> _lines = [];

    /// <summary>Draws the arrows, and keeps other labels off the units' places.</summary>
    public void PaintLines(SceneMoment moment)
    {
        var carried = moment.Vehicles.Where(vehicle => vehicle.Device is not null).ToList();
        var units = moment.Messages.Select(message => message.Device).Where(device => carried.TrueForAll(vehicle => vehicle.Device != device))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Corners.Length).ToList();
        var near = moment.Site!.Lanes.Where(lane => lane.Path.Length > 0).Select(lane => SitePainter.Point(lane.Path[0])).ToList();
        if (near.Count == 0)
        {
            return;
        }

        var (low, high) = (near.Aggregate(Vector2.Min), near.Aggregate(Vector2.Max));
        for (var unit = 0; unit < units.Count; unit++)
        {
            var (east, north) = Corners[unit];
            var corner = new Vector2(east > 0 ? high.X - 1 : low.X + 1, north > 0 ? high.Y - 1 : low.Y + 1);
            if (camera.Project(corner) is { } place)
            {
                labels.Take(place - new Vector2(sheet.Pixels * Reach), place + new Vector2(sheet.Pixels * Reach));
                _units.Add((units[unit], place));
                Lines(place, Kinds(moment.Messages, units[unit]), [.. carried.Take(MostVehicles)], moment.Messages);
            }
        }
    }

    /// <summary>Draws the units and their names over the arrows.</summary>
    public void PaintUnits()
    {
        foreach (var (name, place) in _units)
        {
            Unit(name, place);
        }
    }

    /// <summary>Writes at the arrows what they carry, where there is still room.</summary>
    public void WriteKinds()
    {
        foreach (var (kinds, place) in _lines)
        {
            Write(kinds, place);
        }
    }

    private void Lines(Vector2 place, string kinds, ImmutableArray<SceneVehicle> vehicles, ImmutableArray<SceneMessage> messages)
    {
        foreach (var vehicle in vehicles)
        {
            if (camera.Project(SitePainter.Point(vehicle.Pose.Place)) is not { } other || Vector2.Distance(place, other) < 4 * sheet.Pixels)
            {
                continue;
            }

            other = Vector2.Clamp(other, new Vector2(24), extent - new Vector2(24));
            Arrow(place, other, kinds);
            Arrow(other, place, Kinds(messages, vehicle.Device!));
        }

    }

    private void Unit(string unit, Vector2 place)
    {
        for (var ring = 1; ring <= 3; ring++)
        {
            Arc(place, sheet.Pixels * (0.35f + (0.28f * ring)));
        }

        sheet.Shapes.Circle(place, sheet.Pixels * 0.3f, sheet.Palette.Air);
        var size = new Vector2(sheet.Measure(unit, bold: true) + 10, sheet.Pixels + 6);
        if (labels.Place(place, size, sheet.Pixels * Reach) is { } from)
        {
            sheet.Shapes.Rounded(from, from + size, 4, sheet.Palette.Chip);
            sheet.Write(unit, from.X + 5, from.Y + 2 + (sheet.Pixels * 0.9f), sheet.Palette.Air, bold: true);
        }
    }

    private void Arrow(Vector2 from, Vector2 to, string kinds)
    {
        if (kinds.Length == 0)
        {
            return;
        }

        var ahead = Vector2.Normalize(to - from);
        var bulge = new Vector2(-ahead.Y, ahead.X) * (Vector2.Distance(from, to) * 0.09f);
        var (begin, end) = (from + (ahead * sheet.Pixels * 1.1f), to - (ahead * sheet.Pixels * 1.2f));
        var middle = ((begin + end) / 2) + bulge;
        Vector2[] curve = [.. Enumerable.Range(0, 17).Select(step => step / 16f).Select(t => (begin * (1 - t) * (1 - t)) + (((middle * 2) - ((begin + end) / 2)) * 2 * t * (1 - t)) + (end * t * t))];
        sheet.Shapes.Dashes(curve, 2, 7, 5, sheet.Palette.Air);
        sheet.Shapes.Head(end + (ahead * 5), curve[^1] - curve[^3], 12, 10, sheet.Palette.Air);
        _lines.Add((kinds, middle));
    }

    private void Write(string kinds, Vector2 place)
    {
        var type = sheet.Pixels * 4 / 5;
        var size = new Vector2(sheet.Measure(kinds, bold: true, type) + 8, type + 5);
        if (labels.Place(place, size, 1) is { } corner)
        {
            sheet.Shapes.Rounded(corner, corner + size, 3, sheet.Palette.Chip);
            sheet.Write(kinds, corner.X + 4, corner.Y + 1 + (type * 0.92f), sheet.Palette.Air, bold: true, type);
        }
    }

    private void Arc(Vector2 centre, float radius)
    {
        foreach (var middle in (float[])[0, MathF.PI])
        {
            Vector2[] arc = [.. Enumerable.Range(-4, 9).Select(step => middle + (step * 0.17f)).Select(angle => centre + (radius * new Vector2(MathF.Cos(angle), MathF.Sin(angle))))];
            sheet.Shapes.Path(arc, 1.8f, sheet.Palette.Air);
        }
    }

    private static string Kinds(ImmutableArray<SceneMessage> messages, string device) =>
        string.Join(", ", messages.Where(message => message.Device == device).Select(message => message.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
