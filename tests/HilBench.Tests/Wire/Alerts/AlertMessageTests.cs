using System.Text;
using System.Text.Json;
using HilBench.Wire.Alerts;

namespace HilBench.Tests.Wire.Alerts;

internal sealed class AlertMessageTests
{
    private static readonly AlertMessage Full = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, 100, TimeSpan.Zero), "obu1", AlertMessage.RedLightViolation, true)
    {
        Vehicle = "0A1B2C3D",
        Intersection = 1001,
        SignalGroup = 5,
        DistanceMetres = 12.5,
        SecondsToReach = 0.9,
    };

    [Test]
    public void An_alert_is_one_line_of_JSON_with_what_is_known()
    {
        Assert.That(Encoding.UTF8.GetString(Full.Encode()), Is.EqualTo(
            """{"time":"2026-07-01T12:00:00.1+00:00","device":"obu1","rule":"red-light-violation-warning","active":true,"vehicle":"0A1B2C3D","intersection":1001,"signalGroup":5,"distanceMetres":12.5,"secondsToReach":0.9}""" + "\n"));
        Assert.That(
            Encoding.UTF8.GetString((new AlertMessage(Full.Time, "obu1", "x", false)).Encode()),
            Is.EqualTo("""{"time":"2026-07-01T12:00:00.1+00:00","device":"obu1","rule":"x","active":false}""" + "\n"));
    }

    [Test]
    public void What_is_written_is_read_and_unknown_members_are_skipped()
    {
        Assert.That(AlertMessage.TryParse(Full.Encode(), out var alert, out _) && alert == Full);
        Assert.That(AlertMessage.TryParse("""{"active":false,"rule":"x","colour":[1,{}],"device":"obu1","time":"2026-07-01T12:00:00Z"}"""u8, out alert, out var error), Is.True, error?.Message);
        Assert.That(alert!.Rule, Is.EqualTo("x"));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""{"time":"2026-07-01T12:00:00Z","device":"obu1","rule":"x"}""")]
    [TestCase("""{"time":"noon","device":"obu1","rule":"x","active":true}""")]
    [TestCase("""{"time":"2026-07-01T12:00:00Z","device":"","rule":"x","active":true}""")]
    [TestCase("""{"time":"2026-07-01T12:00:00Z","device":null,"rule":"x","active":true}""")]
    [TestCase("""{"time":"2026-07-01T12:00:00Z","device":"obu1","rule":"x","active":true}x""")]
    public void What_is_no_alert_is_refused(string line)
    {
        Assert.That(AlertMessage.TryParse(Encoding.UTF8.GetBytes(line), out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain("alert"));
    }

    [Test]
    public void The_schema_for_vendors_has_exactly_the_members_of_an_alert()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("rigs/alert.schema.json")));
        using var alert = JsonDocument.Parse(Full.Encode());
        using var least = JsonDocument.Parse(new AlertMessage(Full.Time, "obu1", "x", false).Encode());

        Assert.That(
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name),
            Is.EqualTo(alert.RootElement.EnumerateObject().Select(property => property.Name)));
        Assert.That(
            schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()),
            Is.EqualTo(least.RootElement.EnumerateObject().Select(property => property.Name)));
    }

    [Test]
    public void Lines_are_cut_out_of_a_stream_and_one_that_never_ends_is_dropped()
    {
        var lines = new AlertLines();
        var found = new List<string>();
        foreach (var chunk in Encoding.UTF8.GetBytes($"one\r\n\n{new string('x', 1_000_000)}\ntwo\nthr").Chunk(1000))
        {
            lines.Add(chunk, line => found.Add(Encoding.UTF8.GetString(line.Span)));
        }

        Assert.That(found, Is.EqualTo(["one", "two"]));
        Assert.That(lines.Dropped, Is.EqualTo(1));
    }

    [Test]
    public void Random_and_mutated_lines_are_an_alert_or_an_error()
    {
        var random = new Random(23);
        var whole = Full.Encode().Concat(Full.Encode()).ToArray();
        var lines = new AlertLines();
        var read = 0;
        for (var i = 0; i < Fuzz.Rounds(100_000); i++)
        {
            lines.Add([.. Fuzz.Mutate(random, whole, whole.Length), (byte)'\n'], line =>
            {
                if (AlertMessage.TryParse(line.Span, out _, out var error))
                {
                    read++;
                }
                else if (error is null)
                {
                    Assert.Fail("neither alert nor error");
                }
            });
        }

        Assert.That(read, Is.Positive);
    }
}
