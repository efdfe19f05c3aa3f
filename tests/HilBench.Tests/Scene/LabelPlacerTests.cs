using System.Numerics;
using HilBench.Scene.Drawing;

namespace HilBench.Tests.Scene;

/// <summary>Labels find room beside what they must not hide.</summary>
internal sealed class LabelPlacerTests
{
    private static readonly Vector2 Size = new(60, 20);
    private static readonly Vector2 Down = new(0, 1);

    [Test]
    public void A_box_that_must_not_be_left_out_moves_along_its_way_until_it_hides_nothing()
    {
        var labels = new LabelPlacer(new Vector2(400, 300));
        labels.Take(new(100, 90), new(180, 130));

        var free = labels.Force(new(300, 100), Size, Down, farthest: 100);
        var moved = labels.Force(new(120, 100), Size, Down, farthest: 100);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(free, Is.EqualTo(new Vector2(300, 100)));
        Assert.That((moved.X, moved.Y), Is.EqualTo((120f, 132f)), "below what was taken, in steps of 8 pixels");
    }

    [Test]
    public void A_box_without_room_on_its_way_stays_where_it_was_meant_to_be()
    {
        var labels = new LabelPlacer(new Vector2(400, 300));
        labels.Take(Vector2.Zero, new(400, 300));

        Assert.That(labels.Force(new(120, 100), Size, Down, farthest: 100), Is.EqualTo(new Vector2(120, 100)));
    }

    [Test]
    public void A_label_takes_a_free_place_beside_its_point_and_none_where_all_is_taken()
    {
        var labels = new LabelPlacer(new Vector2(400, 300));
        var first = labels.Place(new(200, 150), Size, away: 10);
        var second = labels.Place(new(200, 150), Size, away: 10);
        labels.Take(Vector2.Zero, new(400, 300));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(first, Is.EqualTo(new Vector2(212, 118)), "above to the right");
        Assert.That(second, Is.EqualTo(new Vector2(212, 162)), "below to the right");
        Assert.That(labels.Place(new(200, 150), Size, away: 10), Is.Null);
    }
}
