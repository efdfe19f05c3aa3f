using System.Text;
using System.Text.Json;
using HilBench.Wire.Csae.Day1;
using HilBench.Wire.OpenV2X;

namespace HilBench.Tests.Wire.OpenV2X;

internal sealed class OpenV2XJsonTests
{
    private static readonly byte[] Unit = "R328328\0"u8.ToArray();
    private static readonly RsuLocation Here = new(118.84, 31.88);

    [Test]
    public void A_map_becomes_map_data_with_every_field_and_survives_its_encoding()
    {
        using var json = JsonDocument.Parse(MapSamples.Map);
        Assert.That(MapJson.TryRead(json.RootElement, out var map, out var left, out var error), Is.True, error);

        var lane = map!.Nodes[0].InLinks!.Value[0].Lanes[0];
        Assert.That(left, Is.Empty);
        Assert.That((map.Nodes[0].Name, map.Nodes[0].Id.Region, map.Nodes[0].RefPos.Long), Is.EqualTo(("17", (int?)10, 1188203963)));
        Assert.That(map.Nodes[0].InLinks!.Value[0].SpeedLimits!.Value[1].Type, Is.EqualTo(SpeedLimitType.VehicleMinSpeed));
        Assert.That((lane.Maneuvers!.Value.ToString(), lane.ConnectsTo!.Value[0].ConnectingLane!.Lane, lane.Points!.Value.Length), Is.EqualTo(("100000000000", 3, 2)));
        var octets = new MessageFrame.MapFrame(map).Encode();
        Assert.That(MessageFrame.Decode(octets).Value.Encode(), Is.EqualTo(octets));
    }

    [Test]
    public void An_event_becomes_road_side_information_and_says_what_was_left_out()
    {
        using var json = JsonDocument.Parse(MapSamples.Event);
        Assert.That(RsiJson.TryRead(json.RootElement, Unit, Here, out var message, out var left, out var error), Is.True, error);

        var read = message!.Rtes!.Value[0];
        Assert.That((read.EventType, read.EventSource, read.EventRadius, read.EventConfidence), Is.EqualTo((401, EventSource.Meteorological, (int?)25, (int?)100)));
        Assert.That((read.Priority!.Value.ToString(), message.RefPos.Lat), Is.EqualTo(("A0", 319348466)));
        Assert.That(left, Is.EqualTo(["alertID", "duration"]));
        var octets = new MessageFrame.RsiFrame(message).Encode();
        Assert.That(MessageFrame.Decode(octets).Value.Encode(), Is.EqualTo(octets));
    }

    [TestCase("\"319348466\"", "\"91°\"", "map.nodes.Node[0].refPos.lat: found \"91°\", expected a whole number")]
    [TestCase("\"319348466\"", "2000000000", "map.nodes.Node[0].refPos.lat: found 2000000000, expected -900000000 to 900000001")]
    [TestCase("\"linkWidth\"", "\"width\"", "map.nodes.Node[0].inLinks.Link[0]: 'linkWidth' is missing")]
    [TestCase("\"100000000000\"", "\"1000\"", "map.nodes.Node[0].inLinks.Link[0].lanes.Lane[0].maneuvers: found '1000', expected 12 bits")]
    [TestCase("vehicleMaxSpeed", "warpSpeed", "found 'warpSpeed', expected Unknown, ")]
    [TestCase("\"lanes\": {", "\"lanes\": [], \"x\": {", "map.nodes.Node[0].inLinks.Link[0].lanes: 0 items, expected 1 to 32")]
    public void A_map_that_is_none_is_told_with_path_and_expectation(string old, string now, string message)
    {
        using var json = JsonDocument.Parse(MapSamples.Map.Replace(old, now, StringComparison.Ordinal));

        Assert.That(MapJson.TryRead(json.RootElement, out _, out _, out var error), Is.False);
        Assert.That(error, Does.Contain(message));
    }

    [Test]
    public void An_acknowledgement_is_written_as_seen_and_read_with_text_and_number()
    {
        Assert.That(
            Encoding.UTF8.GetString(OpenV2XJson.Write(new DownAcknowledgement("9", 0), OpenV2XJson.Default.DownAcknowledgement)),
            Is.EqualTo("{\"seqNum\":\"9\",\"errorCode\":0}"));
        Assert.That(OpenV2XJson.TryRead("{\"seqNum\":9,\"errorCode\":2}"u8, OpenV2XJson.Default.DownAcknowledgement, out var read, out _), Is.True);
        Assert.That(read, Is.EqualTo(new DownAcknowledgement("9", 2)));
        Assert.That(OpenV2XJson.TryRead("{\"seqNum\":[9]}"u8, OpenV2XJson.Default.DownAcknowledgement, out _, out var error), Is.False);
        Assert.That(error, Does.StartWith("$.seqNum: "));
        Assert.That(OpenV2XJson.TryRead("null"u8, OpenV2XJson.Default.RsuHeartbeat, out _, out error), Is.False);
    }

    [Test]
    public void Any_octets_are_a_payload_or_an_error_and_any_map_can_be_encoded()
    {
        var inputs = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);
        var random = new Random(53);
        byte[][] seeds =
        [
            MapSamples.Utf8($$"""{"mapSlice":"m","map":{{MapSamples.Map}},"eTag":"1","ack":true,"seqNum":"1"}"""),
            MapSamples.Utf8($$"""{"rsi":{{MapSamples.Event}}}"""),
            "{\"rsuEsn\":\"R1\",\"rsuId\":\"1\",\"location\":{\"lon\":1.5,\"lat\":2}}"u8.ToArray(),
            "{\"seqNum\":\"9\",\"errorCode\":0}"u8.ToArray(),
        ];
        var (maps, events) = (0, 0);
        for (var input = 0; input < inputs; input++)
        {
            // The map is large: it takes its turn less often.
            var seed = seeds[random.Next(10) == 0 ? 0 : random.Next(1, 4)];
            var octets = Mutate(random, seed);
            OpenV2XJson.TryRead(octets, OpenV2XJson.Default.RsuInfo, out _, out _);
            OpenV2XJson.TryRead(octets, OpenV2XJson.Default.DownAcknowledgement, out _, out _);
            if (OpenV2XJson.TryRead(octets, OpenV2XJson.Default.MapDown, out var down, out _) && MapJson.TryRead(down.Map, out var map, out _, out _))
            {
                maps++;
                Assert.That(new MessageFrame.MapFrame(map).Encode(), Is.Not.Empty);
            }

            if (OpenV2XJson.TryRead(octets, OpenV2XJson.Default.RsiPayload, out var payload, out _)
                && RsiJson.TryRead(payload.Rsi, Unit, Here, out var message, out _, out _))
            {
                events++;
                Assert.That(new MessageFrame.RsiFrame(message).Encode(), Is.Not.Empty);
            }
        }

        Assert.That((maps > 100, events > 1000), Is.EqualTo((true, true)), $"{maps} maps, {events} events got through");
    }

    private static byte[] Mutate(Random random, byte[] seed)
    {
        byte[] octets = [.. seed];
        for (var change = random.Next(3); change > 0; change--)
        {
            var at = random.Next(octets.Length);
            switch (random.Next(4))
            {
                case 0:
                    octets[at] = (byte)random.Next(256);
                    break;
                case 1:
                    octets[at] = (byte)"0123456789-.e\"{}[]:,\\"[random.Next(21)];
                    break;
                case 2:
                    octets = [.. octets[..at], .. octets[random.Next(at, octets.Length)..], (byte)'}'];
                    break;
                default:
                    octets = [.. octets[..at], (byte)random.Next(32, 127), .. octets[at..]];
                    break;
            }
        }

        return octets;
    }
}
