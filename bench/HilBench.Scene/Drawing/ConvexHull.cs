using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>The convex hull of points (Andrew's monotone chain).</summary>
internal static class ConvexHull
{
    /// <summary>Corners of the hull, counter-clockwise.</summary>
    public static Vector2[] Around(IEnumerable<Vector2> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        if (sorted.Length < 3)
        {
            return sorted;
        }

        return [.. Half(sorted), .. Half(sorted.Reverse())];
    }

    private static List<Vector2> Half(IEnumerable<Vector2> points)
    {
        var chain = new List<Vector2>();
        foreach (var point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(point);
        }

        chain.RemoveAt(chain.Count - 1);
        return chain;
    }

    private static float Turn(Vector2 a, Vector2 b, Vector2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
