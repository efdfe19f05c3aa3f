using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>A signal head on the sheet: the lamp that is lit is told by its place, its letter and its colour.</summary>
internal static class SignalHead
{
    /// <summary>Width of a head.</summary>
    public static float Width(float lamp, bool isPedestrian) => ((isPedestrian ? 2 : 3) * (lamp + 2)) + 4;

    /// <summary>Paints a head: red, yellow, green from the left; for pedestrians don't walk and walk.</summary>
    /// <param name="sheet">Where to.</param>
    /// <param name="from">Its upper left corner.</param>
    /// <param name="lamp">Diameter of a lamp in pixels.</param>
    /// <param name="signal">What it shows.</param>
    public static void Paint(Sheet sheet, Vector2 from, float lamp, SceneSignal signal)
    {
        var shapes = sheet.Shapes;
        var to = from + new Vector2(Width(lamp, signal.IsPedestrian), lamp + 6);
        var round = signal.IsPedestrian ? 3 : (lamp + 6) / 2;
        shapes.Rounded(from - Vector2.One, to + Vector2.One, round + 1, sheet.Palette.LampOff);
        shapes.Rounded(from, to, round, sheet.Palette.Housing);
        SignalState[] places = signal.IsPedestrian ? [SignalState.Red, SignalState.Green] : [SignalState.Red, SignalState.Yellow, SignalState.Green];
        var lit = signal is { IsPedestrian: true, State: SignalState.Yellow } ? SignalState.Red : signal.State;
        for (var place = 0; place < places.Length; place++)
        {
            var centre = from + new Vector2(3 + (lamp / 2) + (place * (lamp + 2)), 3 + (lamp / 2));
            if (places[place] != lit)
            {
                shapes.Circle(centre, lamp * 0.36f, sheet.Palette.LampOff);
                shapes.Circle(centre, lamp * 0.28f, sheet.Palette.Housing);
                continue;
            }

            shapes.Circle(centre, lamp / 2, Palette.Of(signal.State));
            var ink = signal.State == SignalState.Yellow ? sheet.Palette.Black : sheet.Palette.White;
            sheet.WriteCentred(SignalWords.Letter(signal.State, signal.IsPedestrian), centre, ink, bold: true, size: (int)(lamp * 0.82f));
        }
    }
}
