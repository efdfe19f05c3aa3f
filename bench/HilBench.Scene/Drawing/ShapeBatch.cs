using System.Numerics;
using HilBench.Scene.Gl;

namespace HilBench.Scene.Drawing;

/// <summary>Collects triangles: shapes on the ground in metres, or on the picture in pixels.</summary>
internal sealed class ShapeBatch
{
    private static readonly Vector2 Plain = new(-1, -1);

    /// <summary>Corners so far, three a triangle.</summary>
    public List<SceneVertex> Corners { get; } = [];

    /// <summary>A triangle.</summary>
    public void Triangle(Vector3 a, Vector3 b, Vector3 c, uint colour)
    {
        Corners.Add(new SceneVertex(a, Plain, colour));
        Corners.Add(new SceneVertex(b, Plain, colour));
        Corners.Add(new SceneVertex(c, Plain, colour));
    }

    /// <summary>A convex outline, filled.</summary>
    public void Fill(ReadOnlySpan<Vector2> outline, uint colour, float height = 0)
    {
        for (var corner = 2; corner < outline.Length; corner++)
        {
            Triangle(new(outline[0], height), new(outline[corner - 1], height), new(outline[corner], height), colour);
        }
    }

    /// <summary>A straight line with square ends.</summary>
    public void Line(Vector2 from, Vector2 to, float width, uint colour, float height = 0)
    {
        if (from == to)
        {
            return;
        }

        var side = Side(from, to) * (width / 2);
        Fill([from - side, to - side, to + side, from + side], colour, height);
    }

    /// <summary>A line through points.</summary>
    public void Path(ReadOnlySpan<Vector2> points, float width, uint colour, float height = 0)
    {
        for (var point = 1; point < points.Length; point++)
        {
            Line(points[point - 1], points[point], width, colour, height);
            if (point > 1)
            {
                Circle(points[point - 1], width / 2, colour, height, sides: 10);
            }
        }
    }

    /// <summary>A broken line through points.</summary>
    public void Dashes(ReadOnlySpan<Vector2> points, float width, float dash, float gap, uint colour, float height = 0)
    {
        var way = 0f;
        for (var point = 1; point < points.Length; point++)
        {
            var (from, to) = (points[point - 1], points[point]);
            var length = Vector2.Distance(from, to);
            for (var at = -(way % (dash + gap)); at < length && length > 0; at += dash + gap)
            {
                var (begin, end) = (Math.Max(0, at), Math.Min(length, at + dash));
                if (end > begin)
                {
                    Line(Vector2.Lerp(from, to, begin / length), Vector2.Lerp(from, to, end / length), width, colour, height);
                }
            }

            way += length;
        }
    }

    /// <summary>A circle, filled.</summary>
    public void Circle(Vector2 centre, float radius, uint colour, float height = 0, int sides = 28)
    {
        Span<Vector2> outline = stackalloc Vector2[sides];
        for (var side = 0; side < sides; side++)
        {
            var (sine, cosine) = MathF.SinCos(side * MathF.Tau / sides);
            outline[side] = centre + (radius * new Vector2(cosine, sine));
        }

        Fill(outline, colour, height);
    }

    /// <summary>A rectangle with round corners, filled.</summary>
    public void Rounded(Vector2 from, Vector2 to, float radius, uint colour)
    {
        var middle = (from + to) / 2;
        var outline = RoundedOutline((to.X - from.X) / 2, (to.Y - from.Y) / 2, radius, radius);
        for (var corner = 0; corner < outline.Length; corner++)
        {
            outline[corner] += middle;
        }

        Fill(outline, colour);
    }

    /// <summary>The outline of a rectangle, inside of it.</summary>
    public void Outline(Vector2 from, Vector2 to, float width, uint colour)
    {
        Fill([from, new(to.X, from.Y), new(to.X, from.Y + width), new(from.X, from.Y + width)], colour);
        Fill([new(from.X, to.Y - width), new(to.X, to.Y - width), to, new(from.X, to.Y)], colour);
        Fill([from, new(from.X + width, from.Y), new(from.X + width, to.Y), new(from.X, to.Y)], colour);
        Fill([new(to.X - width, from.Y), new(to.X, from.Y), to, new(to.X - width, to.Y)], colour);
    }

    /// <summary>The head of an arrow.</summary>
    public void Head(Vector2 tip, Vector2 direction, float length, float width, uint colour, float height = 0)
    {
        var ahead = Vector2.Normalize(direction);
        var side = new Vector2(-ahead.Y, ahead.X) * (width / 2);
        var back = tip - (ahead * length);
        Triangle(new(tip, height), new(back + side, height), new(back - side, height), colour);
    }

    /// <summary>Corners of a rectangle around the origin with round corners, of one radius to the right (the front) and one to the left.</summary>
    public static Vector2[] RoundedOutline(float halfLength, float halfWidth, float front, float rear)
    {
        const int Steps = 6;
        var outline = new Vector2[4 * (Steps + 1)];
        for (var corner = 0; corner < 4; corner++)
        {
            var radius = Math.Min(corner is 0 or 3 ? front : rear, Math.Min(halfLength, halfWidth));
            var centre = new Vector2(
                corner is 0 or 3 ? halfLength - radius : radius - halfLength, corner is 0 or 1 ? halfWidth - radius : radius - halfWidth);
            for (var step = 0; step <= Steps; step++)
            {
                var (sine, cosine) = MathF.SinCos((corner + ((float)step / Steps)) * MathF.PI / 2);
                outline[(corner * (Steps + 1)) + step] = centre + (radius * new Vector2(cosine, sine));
            }
        }

        return outline;
    }

    /// <summary>The unit vector to the left of a way.</summary>
    public static Vector2 Side(Vector2 from, Vector2 to)
    {
        var ahead = Vector2.Normalize(to - from);
        return new Vector2(-ahead.Y, ahead.X);
    }
}
