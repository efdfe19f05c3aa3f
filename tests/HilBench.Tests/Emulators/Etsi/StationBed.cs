using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Emulators.Etsi;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Nmea;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Emulators.Etsi;

/// <summary>An ETSI station on wires in memory under the virtual clock, with the other ends in our hands.</summary>
internal sealed class StationBed : IDisposable
{
    public static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    public static readonly byte[] Mac = [2, 0, 0, 0, 0, 0x51];
    public const uint StationId = 4_000_000_051;

    private readonly IDisposable _station;

    public StationBed(string[]? personalities = null, string profile = "etsi-1.5.1", int stationType = 5, bool sendsCams = true)
    {
        Loop = EventLoop.CreateVirtual(Noon);
        Profile = UpperTesterProfile.Load(profile);
        var gnss = new MemoryWire(Loop, "gnss", TimeSpan.Zero);
        var air = new MemoryWire(Loop, "air", TimeSpan.Zero);
        var tester = new MemoryWire(Loop, "sta1.ut", TimeSpan.FromMilliseconds(1));
        (Gnss, Air, Tester) = (gnss.A, air.A, tester.A);
        Station = new EtsiStationEmulator(Loop, Settings(Profile, personalities, stationType, sendsCams), gnss.B, air.B, tester.B);
        _station = Station.Start(Noon);
        Air.Received = datagram => Frames.Add((Loop.Now - Noon, datagram.Bytes.ToArray()));
        Tester.Received = datagram => Answers.Add(datagram.Bytes.ToArray());
    }

    public EventLoop Loop { get; }

    public UpperTesterProfile Profile { get; }

    public EtsiStationEmulator Station { get; }

    public IDatagramPort Gnss { get; }

    public IDatagramPort Air { get; }

    public IDatagramPort Tester { get; }

    public List<(TimeSpan At, byte[] Frame)> Frames { get; } = [];

    public List<byte[]> Answers { get; } = [];

    public IEnumerable<(TimeSpan At, CAM Cam)> Cams => Frames.Select(frame => (frame.At, Read<CAM>(frame.Frame, BtpPortValues.Cam))).Where(cam => cam.Item2 is not null)!;

    public IEnumerable<(TimeSpan At, DENM Denm)> Denms => Frames.Select(frame => (frame.At, Read<DENM>(frame.Frame, BtpPortValues.Denm))).Where(denm => denm.Item2 is not null)!;

    public IEnumerable<UpperTesterMessage> Messages => Answers.Select(octets => Profile.TryDecode(octets, out var message, out var error) ? message : throw new InvalidOperationException(error.ToString()));

    public static EtsiStationSettings Settings(UpperTesterProfile profile, string[]? personalities = null, int stationType = 5, bool sendsCams = true) =>
        new([.. Mac], StationId, stationType, 1.8, 4.5, profile, (personalities ?? []).ToImmutableHashSet(StringComparer.Ordinal), Seed: 3) { SendsCams = sendsCams };

    /// <summary>Drives the station along at a constant speed and course, with a fix every 100 ms.</summary>
    public void Drive(double seconds, double speed = 0, Func<double, double>? course = null) => Loop.Run(() => DriveAsync(seconds, speed, course));

    public async Task DriveAsync(double seconds, double speed = 0, Func<double, double>? course = null)
    {
        const double MetresPerDegree = 111_320;
        var begin = Loop.Now;
        var (latitude, longitude) = (48.0, 11.0);
        for (var i = 0; i < seconds * 10; i++)
        {
            var degrees = course?.Invoke(i / 10.0) ?? 90;
            Gnss.Send(new GnssFix(Loop.Now.ToUtc(), latitude, longitude, 500, 46, speed, speed > 0 ? degrees : null).Encode());
            latitude += speed / 10 * Math.Cos(degrees * Math.PI / 180) / MetresPerDegree;
            longitude += speed / 10 * Math.Sin(degrees * Math.PI / 180) / (MetresPerDegree * Math.Cos(latitude * Math.PI / 180));
            await Task.Delay(begin + TimeSpan.FromMilliseconds(100 * (i + 1)) - Loop.Now, Loop.Time);
        }
    }

    /// <summary>Asks the Upper Tester while the station drives, and drives on.</summary>
    public void Ask(UpperTesterMessage request, double seconds = 1, double speed = 0) => Loop.Run(async () =>
    {
        Tester.Send(Profile.Encode(request));
        await DriveAsync(seconds, speed);
    });

    public void Dispose()
    {
        _station.Dispose();
        Loop.Dispose();
    }

    public static GeoNetworkingPdu Pdu(byte[] frame) =>
        EthernetFrame.TryParse(frame, out var ethernet, out _) && GeoNetworkingPdu.TryParse(ethernet.Payload, out var pdu, out _) ? pdu : throw new InvalidOperationException("no packet");

    private static T? Read<T>(byte[] frame, int port)
        where T : class, IUperType<T>
    {
        var payload = Pdu(frame).Payload.Span;
        if (payload.Length < 4 || ((payload[0] << 8) | payload[1]) != port)
        {
            return null;
        }

        var decoded = UperDecoding.Decode<T>(payload[4..]);
        Assert.That(decoded.Violations, Is.Empty);
        return decoded.Value;
    }
}
