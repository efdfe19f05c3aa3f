using System.Buffers;
using System.Text.Json;
using HilBench.Geometry;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>What the bench writes on its own taps, as UTF-8 JSON.</summary>
internal static class BenchMarks
{
    public static byte[] SignalGroups(Site site, string controller, IEnumerable<string> roadSideUnits) => Write(json =>
    {
        json.WriteStartArray("signalGroups");
        foreach (var unit in roadSideUnits)
        {
            json.WriteStartObject();
            json.WriteString("controller", controller);
            json.WriteString("rsu", unit);
            json.WriteNumber("intersection", site.Intersection);
            json.WriteStartArray("groups");
            foreach (var group in site.SignalGroups)
            {
                json.WriteStartObject();
                json.WriteNumber("group", group.Group);
                json.WriteNumber(group.Phase is null ? "ped" : "phase", group.Phase ?? group.PedPhase!.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static byte[] Floor(FloorMeasurement floor) => Write(json =>
    {
        json.WriteStartObject("floor");
        json.WriteNumber("count", floor.Count);
        json.WriteNumber("minMicroseconds", floor.MinMicroseconds);
        json.WriteNumber("p50Microseconds", floor.P50Microseconds);
        json.WriteNumber("p99Microseconds", floor.P99Microseconds);
        json.WriteNumber("maxMicroseconds", floor.MaxMicroseconds);
        json.WriteString("method", floor.Method);
        json.WriteEndObject();
    });

    public static byte[] Late(Instant deadline, TimeSpan lateness, string? device = null) => Write(json =>
    {
        json.WriteStartObject("late");
        json.WriteNumber("deadline", deadline.UnixNanoseconds);
        json.WriteNumber("ns", lateness.Ticks * 100);
        if (device is not null)
        {
            json.WriteString("device", device);
        }

        json.WriteEndObject();
    });

    public static byte[] Fault(string device, string reason) => Write(json =>
    {
        json.WriteStartObject("deviceFault");
        json.WriteString("device", device);
        json.WriteString("reason", reason);
        json.WriteEndObject();
    });

    public static byte[] Configuration(string device, bool afterRun, IEnumerable<ConfigurationItem> items) => Write(json =>
    {
        json.WriteStartObject("configuration");
        json.WriteString("device", device);
        json.WriteBoolean("afterRun", afterRun);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("name", item.Name);
            json.WriteString("value", item.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static byte[] Dropped(long datagrams) => Write(json => json.WriteNumber("dropped", datagrams));

    public static byte[] End() => Write(json => json.WriteBoolean("end", value: true));

    /// <summary>
    /// Vehicles on the site: degrees, metres above the ellipsoid, m/s, degrees clockwise from north; length and width in metres where they are
    /// not the usual ones.
    /// </summary>
    public static byte[] Truth(IEnumerable<(Vehicle Vehicle, GeoPoint Place, double Heading)> vehicles) => Write(json =>
    {
        json.WriteStartArray("vehicles");
        foreach (var (vehicle, place, heading) in vehicles)
        {
            json.WriteStartObject();
            json.WriteString("name", vehicle.Trip.Name);
            json.WriteString("device", vehicle.Trip.Device);
            json.WriteNumber("lat", Math.Round(place.Latitude, 9));
            json.WriteNumber("lon", Math.Round(place.Longitude, 9));
            json.WriteNumber("elevation", Math.Round(place.Elevation, 3));
            json.WriteNumber("speed", Math.Round(vehicle.Speed, 4));
            json.WriteNumber("heading", Math.Round(heading, 4));
            if ((vehicle.Trip.Length, vehicle.Trip.Width) != (VehicleTrip.UsualLength, VehicleTrip.UsualWidth))
            {
                json.WriteNumber("length", vehicle.Trip.Length);
                json.WriteNumber("width", vehicle.Trip.Width);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
