using System.Globalization;
using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>Writes the panel beside the map: the clock, the signals and who says so, the vehicles, the air, and how all this was observed.</summary>
internal sealed class PanelPainter(Sheet sheet, float left, Vector2 extent)
{
    private const float Padding = 14;
    private float _y;

    private float Width => extent.X - left - (2 * Padding);

    private float LegendTop => extent.Y - Padding - (sheet.Pixels * 2.6f);

    private float Line => Math.Max(sheet.Pixels * 1.42f, (sheet.Pixels * 0.78f) + 9);

    public void Paint(SceneMoment moment)
    {
        sheet.Shapes.Fill([new(left, 0), new(extent.X, 0), extent, new(left, extent.Y)], sheet.Palette.Panel);
        sheet.Shapes.Line(new(left, 0), new(left, extent.Y), 1.5f, sheet.Palette.Rule);
        _y = Padding + sheet.Pixels;
        Clock(moment);
        Marks(moment);
        Signals(moment);
        Vehicles(moment);
        Air(moment);
        Legend();
    }

    private void Clock(SceneMoment moment)
    {
        var large = sheet.Pixels * 8 / 5;
        _y += large * 0.3f;
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{moment.Elapsed.TotalSeconds:0.000} s"), left + Padding, _y, sheet.Palette.Text, bold: true, large);
        _y += Line;
        Text(moment.At.ToUtc().ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture), sheet.Palette.Faint);
        Text(moment.Site is { } site ? site.Name : "no MAP on the air yet", sheet.Palette.Faint);
    }

    private void Marks(SceneMoment moment)
    {
        foreach (var mark in moment.Marks.Take(2))
        {
            var lines = sheet.Wrap(mark.Text, Width - 16, 5);
            var height = ((lines.Count + 1) * sheet.Pixels * 1.25f) + 12;
            _y -= sheet.Pixels * 0.7f;
            sheet.Shapes.Rounded(new(left + Padding - 4, _y), new(left + Padding + Width + 4, _y + height), 5, sheet.Palette.Warning);
            sheet.Shapes.Rounded(new(left + Padding + 1, _y + 2), new(left + Padding + Width + 2, _y + height - 2), 3, sheet.Palette.Panel);
            _y += sheet.Pixels * 1.25f;
            sheet.Write(sheet.Shorten(mark.Title, Width - 16, bold: true), left + Padding + 10, _y, sheet.Palette.Warning, bold: true);
            foreach (var line in lines)
            {
                _y += sheet.Pixels * 1.25f;
                sheet.Write(line, left + Padding + 10, _y, sheet.Palette.Text);
            }

            _y += Line * 1.3f;
        }
    }

    private void Signals(SceneMoment moment)
    {
        if (moment.Signals.IsEmpty)
        {
            return;
        }

        var sources = moment.Signals.Select(signal => signal.Source).Distinct(StringComparer.Ordinal);
        Title("Signals", $"by {string.Join(" and ", sources)}; to change in s");
        var lamp = sheet.Pixels * 0.78f;
        var column = Width / 2;
        var rows = (moment.Signals.Length + 1) / 2;
        var shown = Math.Min(rows, 8);
        for (var row = 0; row < shown; row++)
        {
            for (var half = 0; half < 2 && (half * rows) + row < moment.Signals.Length; half++)
            {
                var signal = moment.Signals[(half * rows) + row];
                var x = left + Padding + (half * column);
                sheet.Write(string.Create(CultureInfo.InvariantCulture, $"{signal.Group}"), x, _y, sheet.Palette.Text, bold: true);
                x += sheet.Pixels * 1.5f;
                SignalHead.Paint(sheet, new(x, _y - (sheet.Pixels * 0.36f) - (lamp / 2) - 3), lamp, signal);
                x += SignalHead.Width(lamp, isPedestrian: false) + 6;
                sheet.Write(sheet.Shorten(SignalWords.Time(signal).Replace(" s", string.Empty, StringComparison.Ordinal), column - (x - left - Padding - (half * column))), x, _y, sheet.Palette.Text, size: sheet.Pixels * 9 / 10);
            }

            _y += Line;
        }

        foreach (var wrong in moment.Signals.Where(signal => signal.IsContradicted).Take(3))
        {
            Text(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"group {wrong.Group}: {wrong.Source} {SignalWords.Letter(wrong.State, wrong.IsPedestrian)}, SPaT says {SignalWords.Letter(wrong.Claimed, wrong.IsPedestrian)}"),
                sheet.Palette.Warning,
                bold: true);
        }
    }

    private void Vehicles(SceneMoment moment)
    {
        Title("Vehicles", moment.Vehicles.IsEmpty ? "none" : string.Create(CultureInfo.InvariantCulture, $"{moment.Vehicles.Length}"));
        foreach (var vehicle in moment.Vehicles.OrderByDescending(vehicle => vehicle.RanRedOf is not null).ThenByDescending(vehicle => vehicle.ErrorMetres ?? -1).Take(4))
        {
            var isRunner = vehicle.RanRedOf is not null;
            var ran = isRunner ? string.Create(CultureInfo.InvariantCulture, $", ran red (group {vehicle.RanRedOf})") : string.Empty;
            var error = vehicle.ErrorMetres is { } metres ? string.Create(CultureInfo.InvariantCulture, $", {vehicle.Device} {metres:0.0} m off") : string.Empty;
            Text(
                string.Create(CultureInfo.InvariantCulture, $"{vehicle.Name}: {vehicle.Pose.SpeedMetresPerSecond * 3.6:0} km/h{ran}{error}"),
                isRunner ? sheet.Palette.Warning : vehicle.ErrorMetres >= VehiclePainter.ShownError ? sheet.Palette.Claim : sheet.Palette.Text,
                isRunner);
        }
    }

    private void Air(SceneMoment moment)
    {
        Title("On the air", moment.Messages.IsEmpty ? "nothing in the last 200 ms" : "last 200 ms");
        foreach (var device in moment.Messages.GroupBy(message => message.Device, StringComparer.Ordinal).OrderBy(device => device.Key, StringComparer.Ordinal).Take(4))
        {
            var kinds = device.GroupBy(message => message.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => kind.Count() == 1 ? kind.Key : string.Create(CultureInfo.InvariantCulture, $"{kind.Key} × {kind.Count()}"));
            Text($"{device.Key}: {string.Join(", ", kinds)}", sheet.Palette.Text);
        }

        foreach (var alert in moment.Alerts.Take(3))
        {
            Text($"! {alert}", sheet.Palette.Warning, bold: true);
        }
    }

    private void Legend()
    {
        var y = extent.Y - Padding - (sheet.Pixels * 1.35f);
        var small = sheet.Pixels * 9 / 10;
        var x = left + Padding;
        sheet.Shapes.Line(new(left + Padding, LegendTop), new(extent.X - Padding, LegendTop), 1, sheet.Palette.Rule);
        var box = new Vector2(sheet.Pixels * 1.5f, sheet.Pixels * 0.7f);
        sheet.Shapes.Rounded(new(x, y - box.Y), new(x + box.X, y), 4, sheet.Palette.Vehicle);
        x = sheet.Write("truth", x + box.X + 6, y, sheet.Palette.Text, size: small) + sheet.Pixels;
        Vector2[] outline = [new(x, y - box.Y), new(x + box.X, y - box.Y), new(x + box.X, y), new(x, y), new(x, y - box.Y)];
        sheet.Shapes.Dashes(outline, 2, 5, 3, sheet.Palette.Claim);
        sheet.Write("claimed by its unit", x + box.X + 6, y, sheet.Palette.Text, size: small);
        sheet.Write("Road-side units: place not surveyed", left + Padding, y + (sheet.Pixels * 1.35f), sheet.Palette.Faint, size: small);
    }

    private void Title(string title, string detail)
    {
        _y += sheet.Pixels * 0.35f;
        if (_y > LegendTop)
        {
            return;
        }

        var end = sheet.Write(title, left + Padding, _y, sheet.Palette.Text, bold: true);
        sheet.Write(sheet.Shorten(detail, extent.X - Padding - end - 8), end + 8, _y, sheet.Palette.Faint, size: sheet.Pixels * 9 / 10);
        _y += Line;
    }

    private void Text(string text, uint colour, bool bold = false)
    {
        if (_y <= LegendTop)
        {
            sheet.Write(sheet.Shorten(text, Width, bold), left + Padding, _y, colour, bold);
        }

        _y += Line;
    }
}
