using System.Numerics;
using HilBench.Scenarios;

namespace HilBench.Scene.Drawing;

/// <summary>The arrow that tells what one may do: a shaft, and a head for each maneuver.</summary>
internal static class ManeuverArrow
{
    /// <summary>Paints it.</summary>
    /// <param name="shapes">Where to.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="ahead">The way ahead, length 1.</param>
    /// <param name="half">Half its length.</param>
    /// <param name="maneuvers">What one may do.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="mirrored">True where the y axis points down, as in pixels.</param>
    public static void Paint(ShapeBatch shapes, Vector2 centre, Vector2 ahead, float half, IReadOnlyCollection<Maneuver> maneuvers, uint colour, bool mirrored = false)
    {
        var left = new Vector2(-ahead.Y, ahead.X) * (mirrored ? -1 : 1);
        var width = half * 0.21f;
        var bend = centre + (ahead * half * 0.15f);
        shapes.Line(centre - (ahead * half), bend + (ahead * width / 2), width, colour);
        foreach (var maneuver in maneuvers.DefaultIfEmpty(Maneuver.Straight))
        {
            var way = maneuver switch
            {
                Maneuver.Left or Maneuver.UTurn => left,
                Maneuver.Right => -left,
                _ => ahead,
            };
            var reach = way == ahead ? half * 0.85f : half * 0.62f;
            shapes.Line(bend, bend + (way * reach * 0.6f), width, colour);
            shapes.Head(bend + (way * reach), way, half * 0.55f, half * 0.62f, colour);
        }
    }
}
