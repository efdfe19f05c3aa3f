using System.Text.Json;
using HilBench.Wire.Decoding;

namespace HilBench.Tests.Wire.Decoding;

internal sealed class FormatTests
{
    [Test]
    public void The_tree_shows_bits_names_numbers_quantities_and_types()
    {
        var lines = TreeText.Format(MessageFinder.Find(Samples.Spat())).Split('\n');

        Assert.That(lines[0], Is.EqualTo("SAE J2735 › SPAT, 20 octets"));
        Assert.That(lines, Has.Some.Match(@"^ +\d+\.\.\d+ +minEndTime +900 = 01 min 30\.0 s past the hour  \[TimeMark \(0\.\.36111\)\]$"));
        Assert.That(lines, Has.Some.Match(@"^ +1\.\.15 +messageId +19  \[DSRCmsgID \(0\.\.32767\)\]$"));
        Assert.That(lines, Has.Some.Match(@"^ +\d+\.\.\d+ +eventState +protected-Movement-Allowed  \[MovementPhaseState\]$"));
        Assert.That(lines, Has.None.EndsWith(" "));
    }

    [Test]
    public void A_violation_stands_under_its_field()
    {
        var lines = TreeText.Format(MessageFinder.Find(Samples.SpatOutOfRange())).Split('\n');
        var field = Array.FindIndex(lines, line => line.Contains("minEndTime", StringComparison.Ordinal));

        Assert.That(lines[field], Does.Contain("36112"));
        Assert.That(lines[field + 1].Trim(), Is.EqualTo("✗ 36112, rule: (0..36111)"));
    }

    [Test]
    public void JSON_holds_what_the_tree_holds()
    {
        using var json = JsonDocument.Parse(MessageJson.Format(MessageFinder.Find(Samples.SpatOutOfRange()), "log.txt:3"));
        var root = json.RootElement;

        Assert.That(root.GetProperty("source").GetString(), Is.EqualTo("log.txt:3"));
        Assert.That(root.GetProperty("message").GetString(), Is.EqualTo("SPAT"));
        Assert.That(root.GetProperty("clean").GetBoolean(), Is.False);
        Assert.That(root.GetProperty("fault").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var layer = root.GetProperty("layers")[0];
        Assert.That(layer.GetProperty("violations")[0].GetProperty("found").GetString(), Is.EqualTo("36112"));
        var members = layer.GetProperty("tree").GetProperty("members");
        Assert.That(members[0].GetProperty("value").GetInt32(), Is.EqualTo(19));
        var spat = members[1].GetProperty("members");
        Assert.That(spat[0].GetProperty("scaled").GetString(), Is.EqualTo("day 2, 00:01 UTC"));
        var status = spat[1].GetProperty("members")[0].GetProperty("members").EnumerateArray().Single(member => member.GetProperty("name").GetString() == "status");
        Assert.That(status.GetProperty("value").GetString(), Is.EqualTo("0000001000000000"));
        Assert.That(status.GetProperty("bits").GetInt32(), Is.EqualTo(16));
    }

    [Test]
    public void A_JSON_line_is_one_line_and_the_same_object()
    {
        var found = MessageFinder.Find(Samples.Spat());
        var line = MessageJson.FormatLine(found);

        Assert.That(line, Does.Not.Contain('\n'));
        using var indented = JsonDocument.Parse(MessageJson.Format(found));
        using var single = JsonDocument.Parse(line);
        Assert.That(JsonElement.DeepEquals(indented.RootElement, single.RootElement));
    }

    [Test]
    public void A_fault_is_an_object_with_its_place()
    {
        using var json = JsonDocument.Parse(MessageJson.FormatLine(MessageFinder.Find(Samples.Spat().AsMemory()[..^2])));
        var fault = json.RootElement.GetProperty("fault");

        Assert.That(fault.GetProperty("protocol").GetString(), Is.EqualTo("SAE J2735"));
        Assert.That(fault.GetProperty("path").GetString(), Does.EndWith("minEndTime"));
        Assert.That(fault.GetProperty("bit").GetInt32(), Is.GreaterThan(100));
    }
}
