using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>Writes at vehicles who they are and how far off their units are; units beyond the map are pointed at from its edge.</summary>
internal sealed class VehicleLabels(Sheet sheet, SceneCamera camera, LabelPlacer labels, Vector2 extent)
{
    private const int MostPlain = 24;
    private const int MostPointers = 12;
    private const float EdgeMargin = 14;

    // Lines come before all boxes: no line crosses a text.
    private readonly List<Action> _boxes = [];

    /// <summary>Keeps labels off the vehicles, and off the outlines where units claim to be.</summary>
    public void KeepClear(ImmutableArray<SceneVehicle> vehicles)
    {
        foreach (var vehicle in vehicles)
        {
            KeepClear(vehicle, vehicle.Pose);
            if (vehicle is { Claim: { } claim, ErrorMetres: >= VehiclePainter.ShownError })
            {
                KeepClear(vehicle, claim);
            }
        }
    }

    public void Write(ImmutableArray<SceneVehicle> vehicles)
    {
        var pointers = 0;
        foreach (var vehicle in vehicles.OrderByDescending(vehicle => vehicle.RanRedOf is not null).ThenByDescending(vehicle => vehicle.ErrorMetres ?? 0))
        {
            var isOff = vehicle.ErrorMetres >= VehiclePainter.ShownError;
            if (camera.Project(SitePainter.Point(vehicle.Pose.Place)) is not { } place)
            {
                continue;
            }

            if (!labels.Shows(place))
            {
                if ((vehicle.Device is not null || vehicle.RanRedOf is not null) && pointers++ < MostPointers)
                {
                    Pointer(vehicle, place);
                }
            }
            else if (vehicles.Length <= MostPlain || isOff || vehicle.RanRedOf is not null || vehicle.Device is not null && vehicles.Length <= 4 * MostPlain)
            {
                Label(vehicle, place, isOff);
            }
        }

        _boxes.ForEach(box => box());
    }

    private void Label(SceneVehicle vehicle, Vector2 place, bool isOff)
    {
        var scale = camera.PixelsPerMetre(SitePainter.Point(vehicle.Pose.Place));
        if (isOff && vehicle.Claim is { } claim && camera.Project(SitePainter.Point(claim.Place)) is { } claimed)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{vehicle.Device} claims {vehicle.ErrorMetres:0.0} m off");
            Chip(text, claimed, scale * 2.6f, sheet.Palette.Claim, bold: true);
        }

        var speed = string.Create(CultureInfo.InvariantCulture, $"{sheet.Shorten(vehicle.Name, sheet.Pixels * 9)}  {vehicle.Pose.SpeedMetresPerSecond * 3.6:0} km/h");
        if (vehicle.RanRedOf is not null)
        {
            Chip($"{speed}  ran red", place, scale * 2.6f, sheet.Palette.Warning, bold: true);
        }
        else
        {
            Chip(vehicle.Truth is null ? speed + " (claimed)" : speed, place, scale * 2.6f, sheet.Palette.VehicleLine, bold: false);
        }
    }

    private void KeepClear(SceneVehicle vehicle, ScenePose pose)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        foreach (var corner in VehiclePainter.Corners(vehicle, pose))
        {
            foreach (var height in (float[])[0, VehiclePainter.Height(camera.View)])
            {
                if (camera.Project(corner, height) is not { } place)
                {
                    return;
                }

                (low, high) = (Vector2.Min(low, place), Vector2.Max(high, place));
            }
        }

        if (high.X > 0 && high.Y > 0 && low.X < extent.X && low.Y < extent.Y)
        {
            labels.Take(low, high);
        }
    }

    private void Chip(string text, Vector2 anchor, float away, uint colour, bool bold)
    {
        var size = new Vector2(sheet.Measure(text, bold) + 12, sheet.Pixels + 8);
        if (labels.Place(anchor, size, away) is not { } from)
        {
            return;
        }

        var nearest = Vector2.Clamp(anchor, from, from + size);
        sheet.Shapes.Line(anchor, nearest, 1.4f, colour);
        sheet.Shapes.Circle(anchor, 2.4f, colour);
        Box(text, from, size, colour, bold ? colour : sheet.Palette.Text, bold);
    }

    private void Box(string text, Vector2 from, Vector2 size, uint border, uint ink, bool bold) => _boxes.Add(() =>
    {
        sheet.Shapes.Rounded(from - Vector2.One, from + size + Vector2.One, 5, border);
        sheet.Shapes.Rounded(from, from + size, 4, sheet.Palette.Chip);
        sheet.Write(text, from.X + 6, from.Y + 3 + (sheet.Pixels * 0.9f), ink, bold);
    });

    private void Pointer(SceneVehicle vehicle, Vector2 place)
    {
        var edge = Vector2.Clamp(place, new Vector2(EdgeMargin), extent - new Vector2(EdgeMargin));
        var ahead = Vector2.Normalize(place - (extent / 2));
        var metres = Math.Sqrt(Math.Pow(vehicle.Pose.Place.East, 2) + Math.Pow(vehicle.Pose.Place.North, 2));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sheet.Shorten(vehicle.Name, sheet.Pixels * 8)}  {metres:0} m away");
        sheet.Shapes.Head(edge + (ahead * 8), ahead, 20, 18, sheet.Palette.Vehicle);
        var size = new Vector2(sheet.Measure(text) + 12, sheet.Pixels + 8);
        if (labels.Place(edge, size, 16) is { } from)
        {
            sheet.Shapes.Line(edge, Vector2.Clamp(edge, from, from + size), 1.4f, sheet.Palette.Vehicle);
            Box(text, from, size, sheet.Palette.Vehicle, sheet.Palette.Text, bold: false);
        }
    }
}
