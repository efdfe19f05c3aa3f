using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>Finds room for labels, so that none lies on another.</summary>
/// <param name="extent">Width and height of the map, in pixels.</param>
internal sealed class LabelPlacer(Vector2 extent)
{
    private const float Margin = 6;
    private readonly List<(Vector2 From, Vector2 To)> _taken = [];

    /// <summary>Whether a point is on the map.</summary>
    public bool Shows(Vector2 point) => point.X >= 0 && point.Y >= 0 && point.X <= extent.X && point.Y <= extent.Y;

    /// <summary>Keeps labels off a place.</summary>
    public void Take(Vector2 from, Vector2 to) => _taken.Add((from, to));

    /// <summary>The upper left corner for a label of a size near a point; null when there is no room.</summary>
    /// <param name="anchor">The point.</param>
    /// <param name="size">Width and height.</param>
    /// <param name="away">Least distance from the point, in pixels.</param>
    public Vector2? Place(Vector2 anchor, Vector2 size, float away)
    {
        foreach (var step in (float[])[1, 1.6f, 2.4f, 3.4f, 5])
        {
            foreach (var (x, y) in ((int, int)[])[(1, -1), (1, 1), (-1, -1), (-1, 1), (1, 0), (-1, 0), (0, -1), (0, 1)])
            {
                var centre = anchor + (new Vector2(x, y) * ((away * step) + 2)) + (new Vector2(x, y) * size / 2);
                if (Claim(centre - (size / 2), size))
                {
                    return centre - (size / 2);
                }
            }
        }

        return null;
    }

    /// <summary>Takes a place for a label that must not be left out: where it was meant to be, or the first free one on a way from there.</summary>
    /// <param name="from">Upper left corner of where it was meant to be; moved into the map.</param>
    /// <param name="size">Width and height.</param>
    /// <param name="way">Direction of the way.</param>
    /// <param name="farthest">Length of the way in pixels.</param>
    public Vector2 Force(Vector2 from, Vector2 size, Vector2 way, float farthest)
    {
        const float Step = 8;
        var meant = Inside(from, size);
        for (var far = 0f; far <= farthest; far += Step)
        {
            var moved = Inside(from + (Vector2.Normalize(way) * far), size);
            if (Claim(moved, size))
            {
                return moved;
            }
        }

        Take(meant, meant + size);
        return meant;
    }

    private Vector2 Inside(Vector2 from, Vector2 size) => Vector2.Clamp(from, new Vector2(Margin), extent - size - new Vector2(Margin));

    private bool Claim(Vector2 from, Vector2 size)
    {
        var to = from + size;
        if (from.X < Margin || from.Y < Margin || to.X > extent.X - Margin || to.Y > extent.Y - Margin
            || _taken.Any(other => from.X < other.To.X && other.From.X < to.X && from.Y < other.To.Y && other.From.Y < to.Y))
        {
            return false;
        }

        Take(from, to);
        return true;
    }
}
