using System.Text.Json;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Observing;

/// <summary>Reads what the bench writes on its own taps, <c>truth</c> and <c>bench.clock</c>: one JSON object a packet.</summary>
internal static class BenchMark
{
    private const string Expected = "JSON of the bench";

    public static Content Read(ReadOnlyMemory<byte> octets)
    {
        try
        {
            using var document = JsonDocument.Parse(octets);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return new UndecodedContent(Expected, exception.Message, (int)(exception.BytePositionInLine ?? 0));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new UndecodedContent(Expected, exception.Message, 0);
        }
    }

    private static Content Read(JsonElement root)
    {
        if (root.TryGetProperty("vehicles", out var vehicles))
        {
            return new TruthContent([.. vehicles.EnumerateArray().Select(Vehicle)]);
        }

        if (root.TryGetProperty("late", out var late))
        {
            return new ClockContent(new Instant(late.GetProperty("deadline").GetInt64()), TimeSpan.FromTicks(late.GetProperty("ns").GetInt64() / 100))
            {
                Device = late.TryGetProperty("device", out _) ? Text(late, "device") : null,
            };
        }

        if (root.TryGetProperty("signalGroups", out var intersections))
        {
            return new SignalGroupsContent([.. intersections.EnumerateArray().Select(Intersection)]);
        }

        if (root.TryGetProperty("floor", out var floor))
        {
            return new FloorContent(new FloorMeasurement(
                floor.GetProperty("count").GetInt32(),
                floor.GetProperty("minMicroseconds").GetDouble(),
                floor.GetProperty("p50Microseconds").GetDouble(),
                floor.GetProperty("p99Microseconds").GetDouble(),
                floor.GetProperty("maxMicroseconds").GetDouble(),
                Text(floor, "method")));
        }

        if (root.TryGetProperty("deviceFault", out var fault))
        {
            return new DeviceFaultContent(Text(fault, "device"), Text(fault, "reason"));
        }

        if (root.TryGetProperty("configuration", out var configuration))
        {
            return new ConfigurationContent(
                Text(configuration, "device"),
                configuration.GetProperty("afterRun").GetBoolean(),
                [.. configuration.GetProperty("items").EnumerateArray().Select(item => new ConfigurationItem(Text(item, "name"), Text(item, "value")))]);
        }

        if (root.TryGetProperty("dropped", out var dropped))
        {
            return new DroppedContent(dropped.GetInt64());
        }

        return root.TryGetProperty("end", out var end) && end.GetBoolean()
            ? new RunEndContent()
            : new UndecodedContent(Expected, "none of vehicles, late, signalGroups, floor, deviceFault, configuration, dropped, end", 0);
    }

    private static VehicleTruth Vehicle(JsonElement vehicle) => new(
        Text(vehicle, "name"),
        vehicle.GetProperty("device").GetString(),
        vehicle.GetProperty("lat").GetDouble(),
        vehicle.GetProperty("lon").GetDouble(),
        vehicle.GetProperty("elevation").GetDouble(),
        vehicle.GetProperty("speed").GetDouble(),
        vehicle.GetProperty("heading").GetDouble())
    {
        LengthMetres = vehicle.TryGetProperty("length", out var length) ? length.GetDouble() : VehicleTrip.UsualLength,
        WidthMetres = vehicle.TryGetProperty("width", out var width) ? width.GetDouble() : VehicleTrip.UsualWidth,
    };

    private static IntersectionSignalGroups Intersection(JsonElement intersection) => new(
        Text(intersection, "controller"),
        Text(intersection, "rsu"),
        intersection.GetProperty("intersection").GetInt32(),
        [.. intersection.GetProperty("groups").EnumerateArray().Select(Group)]);

    private static SignalGroupPhase Group(JsonElement group) => new(
        group.GetProperty("group").GetInt32(),
        group.TryGetProperty("phase", out var phase) ? phase.GetInt32() : null,
        group.TryGetProperty("ped", out var ped) ? ped.GetInt32() : null);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
