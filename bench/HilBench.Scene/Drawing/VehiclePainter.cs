using System.Collections.Immutable;
using System.Numerics;

namespace HilBench.Scene.Drawing;

/// <summary>Paints vehicles: the truth solid, what a unit claims as a dashed, hatched outline, and an arrow for the error between them.</summary>
internal sealed class VehiclePainter(ShapeBatch ground, Palette palette, SceneCamera camera)
{
    /// <summary>Errors from here on are drawn, in metres: below it, the age of a fix alone explains them.</summary>
    public const double ShownError = 1.5;

    private const float BodyHeight = 0.85f;
    private const float RoofHeight = 1.45f;

    /// <summary>How high a vehicle is drawn, in metres.</summary>
    public static float Height(SceneView view) => view == SceneView.Angle ? RoofHeight : 0;

    /// <summary>The corners of a vehicle at a place.</summary>
    public static Vector2[] Corners(SceneVehicle vehicle, ScenePose pose)
    {
        var (halfLength, halfWidth) = ((float)vehicle.LengthMetres / 2, (float)vehicle.WidthMetres / 2);
        return Turned([new(halfLength, halfWidth), new(halfLength, -halfWidth), new(-halfLength, -halfWidth), new(-halfLength, halfWidth)], pose);
    }

    public void Paint(ImmutableArray<SceneVehicle> vehicles)
    {
        // The farthest first: what is nearer covers it.
        foreach (var vehicle in vehicles.OrderByDescending(vehicle => Vector3.DistanceSquared(camera.Eye, new(SitePainter.Point(vehicle.Pose.Place), 0))))
        {
            if (vehicle.Truth is { } truth)
            {
                Body(vehicle, truth);
            }
        }

        foreach (var vehicle in vehicles)
        {
            if (vehicle.Claim is { } claim && (vehicle.Truth is null || vehicle.ErrorMetres >= ShownError))
            {
                Claimed(vehicle, claim);
            }
        }
    }

    private void Body(SceneVehicle vehicle, ScenePose pose)
    {
        var (halfLength, halfWidth) = ((float)vehicle.LengthMetres / 2, (float)vehicle.WidthMetres / 2);
        var outline = ShapeBatch.RoundedOutline(halfLength, halfWidth, 0.85f, 0.45f);
        var inner = ShapeBatch.RoundedOutline(halfLength - 0.16f, halfWidth - 0.16f, 0.75f, 0.35f);
        var isTall = camera.View == SceneView.Angle;
        var (body, roof) = isTall ? (BodyHeight, RoofHeight) : (0f, 0f);
        if (isTall)
        {
            Walls(Turned(outline, pose), 0, body, palette.VehicleLine);
        }

        ground.Fill(Turned(outline, pose), palette.VehicleLine, body);
        ground.Fill(Turned(inner, pose), palette.Vehicle, body);
        Vector2[] glass = Cabin(halfLength, halfWidth, 0.42f, -0.72f, 0.2f, 0.3f);
        Vector2[] top = Cabin(halfLength, halfWidth, 0.1f, -0.5f, 0.34f, 0.36f);
        if (isTall)
        {
            Walls(Turned(glass, pose), body, roof, palette.Glass);
        }

        ground.Fill(Turned(glass, pose), palette.Glass, roof);
        ground.Fill(Turned(top, pose), palette.Vehicle, roof);
    }

    // A trapezoid on the body: where it begins and ends as shares of the half length, and how far it stays off the sides, in metres.
    private static Vector2[] Cabin(float halfLength, float halfWidth, float front, float rear, float offFront, float offRear) =>
    [
        new(halfLength * front, -(halfWidth - offFront)), new(halfLength * front, halfWidth - offFront),
        new(halfLength * rear, halfWidth - offRear), new(halfLength * rear, -(halfWidth - offRear)),
    ];

    private void Walls(Vector2[] outline, float from, float to, uint colour)
    {
        for (var corner = 0; corner < outline.Length; corner++)
        {
            var (a, b) = (outline[corner], outline[(corner + 1) % outline.Length]);
            ground.Triangle(new(a, from), new(b, from), new(b, to), colour);
            ground.Triangle(new(a, from), new(b, to), new(a, to), colour);
        }
    }

    private void Claimed(SceneVehicle vehicle, ScenePose claim)
    {
        var (halfLength, halfWidth) = ((float)vehicle.LengthMetres / 2, (float)vehicle.WidthMetres / 2);
        var outline = Turned(ShapeBatch.RoundedOutline(halfLength, halfWidth, 0.85f, 0.45f), claim);
        for (var at = -halfLength + 0.3f; at < halfLength - 0.8f; at += 0.8f)
        {
            var hatch = Turned([new(at, -halfWidth + 0.1f), new(at + 0.7f, halfWidth - 0.1f)], claim);
            ground.Line(hatch[0], hatch[1], 0.12f, palette.Claim);
        }

        ground.Dashes([.. outline, outline[0]], 0.3f, 0.8f, 0.45f, palette.Claim);
        if (vehicle.Truth is { } truth)
        {
            var (from, to) = (SitePainter.Point(truth.Place), SitePainter.Point(claim.Place));
            ground.Circle(from, 0.45f, palette.Claim);
            ground.Line(from, to, 0.32f, palette.Claim);
            if (Vector2.Distance(from, to) > 0.1f)
            {
                ground.Head(to, to - from, 1.5f, 1.4f, palette.Claim);
            }
        }
    }

    private static Vector2[] Turned(ReadOnlySpan<Vector2> outline, ScenePose pose)
    {
        var (sine, cosine) = MathF.SinCos((float)double.DegreesToRadians(pose.HeadingDegrees));
        var (ahead, left) = (new Vector2(sine, cosine), new Vector2(-cosine, sine));
        var middle = SitePainter.Point(pose.Place);
        var turned = new Vector2[outline.Length];
        for (var corner = 0; corner < outline.Length; corner++)
        {
            turned[corner] = middle + (ahead * outline[corner].X) + (left * outline[corner].Y);
        }

        return turned;
    }
}
