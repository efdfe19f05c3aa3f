using HilBench.Reports.Html;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class MessageViewTests
{
    [Test]
    public void The_offending_field_and_its_octets_are_marked()
    {
        var view = MessageView.Of(SampleRun.SecMarkFinding.Message!, "value.coreData.secMark");

        Assert.That(view.All.Single(field => field.Offending).Line.Name, Is.EqualTo("secMark"));
        Assert.That(view.Octets.Single(), Is.EqualTo(new OctetRow(0, "00 14 25 00 C0 FF EE 01", "EE 48", "52")));
    }

    [Test]
    public void A_field_that_is_missing_marks_what_should_hold_it()
    {
        var view = MessageView.Of(SampleRun.SecMarkFinding.Message!, "value.coreData.accelSet.yaw");

        Assert.That(view.All.Single(field => field.Offending).Line.Path, Is.EqualTo("value.coreData"));
    }

    [Test]
    public void A_field_whose_name_only_begins_alike_is_not_marked()
    {
        var excerpt = new MessageExcerpt("M", "00", [new(0, "sec", "sec", 0, 4, "")]);

        Assert.That(MessageView.Of(excerpt, "secMark").All.Single().Offending, Is.False);
    }

    [Test]
    public void A_list_index_is_found()
    {
        var excerpt = new MessageExcerpt("M", "00", [new(0, "states", "states", 0, 8, ""), new(1, "[1]", "states[1]", 4, 4, "")]);

        Assert.That(MessageView.Of(excerpt, "states[1].timing").All.Single(field => field.Offending).Line.Path, Is.EqualTo("states[1]"));
    }

    [Test]
    public void A_long_message_is_shown_around_the_offence_with_the_fields_that_hold_it()
    {
        FieldLine[] lines =
        [
            new(0, "top", "top", 0, 0, ""),
            .. Enumerable.Range(0, 50).Select(i => new FieldLine(1, $"f{i}", $"top.f{i}", i, 1, "")),
        ];

        var view = MessageView.Of(new("M", "", [.. lines]), "top.f30");

        Assert.That(view.All, Has.Length.EqualTo(51));
        Assert.That(
            view.Near.Select(field => field.Line.Name),
            Is.EqualTo(["top", "f26", "f27", "f28", "f29", "f30", "f31", "f32", "f33", "f34"]));
    }

    [Test]
    public void A_mark_may_span_rows_and_a_huge_message_is_cut()
    {
        var excerpt = new MessageExcerpt("M", string.Concat(Enumerable.Repeat("AB", 600)), [new(0, "f", "f", 15 * 8, 16, "")]);

        var view = MessageView.Of(excerpt, "f");

        Assert.That(view.Octets, Has.Length.EqualTo(32));
        Assert.That(view.Octets[0].Marked, Is.EqualTo("AB"));
        Assert.That(view.Octets[1].Marked, Is.EqualTo("AB"));
        Assert.That(view.Octets[1].Before, Is.Empty);
        Assert.That(view.Octets[2].Marked, Is.Empty);
        Assert.That(view.HiddenOctets, Is.EqualTo(88));
    }
}
