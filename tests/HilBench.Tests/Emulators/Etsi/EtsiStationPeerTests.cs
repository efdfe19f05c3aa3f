using System.Net;
using HilBench.Emulators.Etsi;
using HilBench.Links;
using HilBench.Tests.Wire;
using HilBench.Wire.Nmea;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Emulators.Etsi;

/// <summary>
/// The station on real sockets: socat puts octets of the Upper Tester on UDP that are written out here by hand, and tshark reads in the frames on the air
/// what they asked for. Of the Upper Tester itself no implementation that is not ours runs here.
/// </summary>
[Category("Peer")]
internal sealed class EtsiStationPeerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [SetUp]
    public void RequirePeers()
    {
        Peers.Require("tshark", "tshark");
        Peers.Require("socat", "socat");
    }

    [Test]
    public void Socat_asks_for_ten_metres_a_second_more_and_tshark_reads_them_in_the_next_CAM() => Run(async station =>
    {
        Assert.That(await station.SocatAsync("3103E8"), Is.EqualTo("2101"));
        var frame = await station.FirstAsync(found => Value(found, "speedValue") == 2000);

        Assert.That(TsharkAgreement.Compare(frame, "CAM"), Is.AtLeast(15));
    });

    [Test]
    public void Socat_triggers_a_DENM_and_tshark_reads_its_cause_time_and_area() => Run(async station =>
    {
        // Validity 600 s and repetition 500 ms for 10 s; breakdown 94/2, quality 3, relevance up to 500 m, upstream.
        var answer = await station.SocatAsync("10D2" + "00A7A3582000" + "000258" + "00000A" + "03" + "5E" + "02" + "03" + "01" + "0000" + "01F4" + "00");
        Assert.That(answer, Is.EqualTo("1101" + StationBed.StationId.ToString("X8", null) + "0000"));
        var frame = await station.FirstAsync(found => Value(found, "sequenceNumber") is not null);
        var theirs = Tshark.Dissect(frame);

        Assert.Multiple(() =>
        {
            Assert.That(Value(theirs, "detectionTime"), Is.EqualTo(0x00A7_A358_2000));
            Assert.That(Value(theirs, "originatingStationID"), Is.EqualTo(StationBed.StationId));
            Assert.That(Value(theirs, "causeCode"), Is.EqualTo(94));
            Assert.That(Value(theirs, "informationQuality"), Is.EqualTo(3));
            Assert.That(theirs.First(field => field.FullName == "geonw.ch.htype").Value, Is.EqualTo(0x40));
            Assert.That(theirs.First(field => field.FullName == "geonw.gxc.radius").Value, Is.EqualTo(500));
            Assert.That(theirs.First(field => field.FullName == "btpb.dstport").Value, Is.EqualTo(2002));
            Assert.That(TsharkAgreement.Compare(frame, "DENM"), Is.AtLeast(10));
        });
    });

    [TestCase("53030002ABCD", 0x50)]
    [TestCase("5405003203" + "0002ABCD", 0x51)]
    [TestCase("5100" + "03E802000000" + "1C9C3800068E7780" + "006400000000" + "0002ABCD", 0x40)]
    [TestCase("5202" + "03E802000000" + "1C9C3800068E7780" + "00640032002D" + "0002ABCD", 0x32)]
    public void Socat_asks_for_a_packet_and_tshark_reads_its_headers(string request, int headerType) => Run(async station =>
    {
        Assert.That(await station.SocatAsync(request), Is.EqualTo("4101"));
        var frame = await station.FirstAsync(found => found.Any(field => field.FullName == "geonw.ch.plength" && field.Value == 2));
        var theirs = Tshark.Dissect(frame).GroupBy(field => field.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(theirs["geonw.ch.htype"], Is.EqualTo(headerType));
            Assert.That(theirs["geonw.src_pos.lat"], Is.EqualTo(480_000_000));
            Assert.That(theirs["geonw.src_pos.long"], Is.EqualTo(110_000_000));
            Assert.That(theirs["geonw.src_pos.speed"], Is.EqualTo(1000));
            Assert.That(frame[^2..], Is.EqualTo(new byte[] { 0xAB, 0xCD }));
        });
    });

    private static long? Value(List<(string FullName, string Name, long Value)> fields, string name) =>
        fields.Where(field => field.Name == name).Select(field => (long?)field.Value).FirstOrDefault();

    private static void Run(Func<LiveStation, Task> body)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var station = new LiveStation(loop);
            await body(station);
        });
    }

    /// <summary>A station on UDP sockets that gets a fix of 10 m/s to the east every 100 ms.</summary>
    private sealed class LiveStation : IAsyncDisposable
    {
        private readonly EventLoop _loop;
        private readonly UdpPort[] _ports;
        private readonly UdpPort _tester;
        private readonly IDisposable _station;
        private readonly IDisposable _fixes;
        private readonly List<byte[]> _frames = [];
        private int _read;

        public LiveStation(EventLoop loop)
        {
            _loop = loop;
            var gnss = UdpPort.Open(loop, "sta1.gnss", new IPEndPoint(IPAddress.Loopback, 0), remote: null);
            var receiver = UdpPort.Open(loop, "bench.gnss", new IPEndPoint(IPAddress.Loopback, 0), gnss.Local);
            var watch = UdpPort.Open(loop, "bench.air", new IPEndPoint(IPAddress.Loopback, 0), remote: null);
            var air = UdpPort.Open(loop, "sta1.air", new IPEndPoint(IPAddress.Loopback, 0), watch.Local);
            _tester = UdpPort.Open(loop, "sta1.ut", new IPEndPoint(IPAddress.Loopback, 0), remote: null);
            _ports = [gnss, receiver, watch, air, _tester];
            watch.Received = datagram => _frames.Add(datagram.Bytes.ToArray());
            _station = new EtsiStationEmulator(loop, StationBed.Settings(UpperTesterProfile.Load("etsi-1.5.1")), gnss, air, _tester).Start(loop.Now);
            _fixes = loop.Every(loop.Now, TimeSpan.FromMilliseconds(100), at => receiver.Send(new GnssFix(at.ToUtc(), 48, 11, 500, 46, 10, 90).Encode()));
        }

        /// <summary>Has socat send a datagram to the Upper Tester; the answer in hexadecimal.</summary>
        public async Task<string> SocatAsync(string octets)
        {
            // A position is needed first.
            await Task.Delay(TimeSpan.FromMilliseconds(300), _loop.Time);
            var escaped = string.Concat(octets.Chunk(2).Select(pair => "\\x" + new string(pair)));
            var command = $"printf '{escaped}' | socat -t 2 - UDP4:127.0.0.1:{_tester.Local.Port} | od -An -v -tx1 | tr -d ' \\n'";
            var answers = await Task.Run(() => Peers.Run("bash", "-c", command));

            // What the station hears of is told behind the answer; nobody else is on this air.
            return answers.ToUpperInvariant();
        }

        /// <summary>The first frame in which tshark reads something.</summary>
        public async Task<byte[]> FirstAsync(Func<List<(string FullName, string Name, long Value)>, bool> match)
        {
            var end = _loop.Now + Patience;
            while (_loop.Now < end)
            {
                if (_read == _frames.Count)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), _loop.Time);
                    continue;
                }

                var frame = _frames[_read++];
                if (await Task.Run(() => match(Tshark.Dissect(frame))))
                {
                    return frame;
                }
            }

            throw new AssertionException($"{_read} frames within {Patience}, none of them what was asked for");
        }

        public async ValueTask DisposeAsync()
        {
            _fixes.Dispose();
            _station.Dispose();
            foreach (var port in _ports)
            {
                await port.DisposeAsync();
            }
        }
    }
}
