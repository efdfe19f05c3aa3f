using System.Globalization;
using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>North arrow, scale bar, and where the map and the air come from.</summary>
internal static class MapFurniture
{
    private static readonly int[] Lengths = [5, 10, 20, 50, 100, 200, 500];

    /// <summary>Keeps labels off the lower right corner of the map, and tells how to write there whose the map is, over everything else.</summary>
    public static Action Attribution(Sheet sheet, LabelPlacer labels, Vector2 map, SceneMoment moment)
    {
        var size = sheet.Pixels * 9 / 10;
        var source = moment.SiteSource is { } device ? $"Map: MAP of {sheet.Shorten(device, sheet.Pixels * 10)} · " : string.Empty;
        var text = $"{source}HilBench, air interface: stand-in";
        var extent = new Vector2(sheet.Measure(text, size: size) + 10, size + 8);
        var from = map - extent;
        labels.Take(from, map);
        return () =>
        {
            sheet.Shapes.Fill([from, new(map.X, from.Y), map, new(from.X, map.Y)], sheet.Palette.Ground);
            sheet.Write(text, from.X + 5, from.Y + 3 + (size * 0.95f), sheet.Palette.Faint, size: size);
        };
    }

    /// <summary>Paints arrow and scale bar in the lower left corner of the map.</summary>
    public static void Scale(Sheet sheet, SceneCamera camera, LabelPlacer labels, float height)
    {
        var scale = camera.PixelsPerMetre(Vector2.Zero);
        var metres = Lengths.LastOrDefault(length => length * scale < 9 * sheet.Pixels, Lengths[0]);
        var (x, y) = (16f, height - 18f);
        var width = metres * scale;
        var north = new Vector2(x + (sheet.Pixels * 0.8f), y - (sheet.Pixels * 3.2f));
        labels.Take(new Vector2(0, north.Y - (sheet.Pixels * 2.4f)), new Vector2(x + width + (sheet.Pixels * 4), height));
        var half = width / 2;
        sheet.Shapes.Line(new(x, y), new(x + half, y), 6, sheet.Palette.Text);
        sheet.Shapes.Line(new(x + half, y), new(x + width, y), 6, sheet.Palette.Faint);
        sheet.Shapes.Line(new(x + half, y), new(x + width - 1, y), 3, sheet.Palette.Ground);
        var where = camera.View == SceneView.Angle ? " at the middle" : string.Empty;
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{metres} m{where}"), x, y - 9, sheet.Palette.Text, size: sheet.Pixels * 9 / 10);
        sheet.Shapes.Head(north - new Vector2(0, sheet.Pixels * 0.9f), new(0, -1), sheet.Pixels * 1.5f, sheet.Pixels * 1.1f, sheet.Palette.Text);
        sheet.WriteCentred("N", north - new Vector2(0, sheet.Pixels * 1.5f), sheet.Palette.Text, bold: true);
    }
}
