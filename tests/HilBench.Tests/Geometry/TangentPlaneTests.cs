using HilBench.Geometry;

namespace HilBench.Tests.Geometry;

internal sealed class TangentPlaneTests
{
    [Test]
    public void A_local_point_comes_back_from_latitude_and_longitude([Values(-60, 0, 42.3, 84)] double latitude)
    {
        var plane = new TangentPlane(new GeoPoint(latitude, 179.9999, 100));
        var point = new LocalPoint(-321.5, 876.25);

        var back = plane.ToLocal(plane.ToGeo(point));

        Assert.That(back.DistanceTo(point), Is.LessThan(1e-6));
    }

    /// <summary>Lengths of a degree from the ellipsoid's published tables (latitude 45°: 111 131.8 m north, 78 846.8 m east).</summary>
    [Test]
    public void A_degree_at_latitude_45_has_the_length_of_the_tables()
    {
        var point = new TangentPlane(new GeoPoint(45, 10, 0)).ToLocal(new GeoPoint(46, 11, 0));

        Assert.That(point.North, Is.EqualTo(111_131.8).Within(0.2));
        Assert.That(point.East, Is.EqualTo(78_846.8).Within(0.2));
    }
}
