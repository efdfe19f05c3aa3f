using System.Collections.Immutable;
using HilBench.Emulators;
using HilBench.Links;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Emulators;

internal sealed class IntersectionTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 11, 59, 30, TimeSpan.Zero));
    private static readonly TimeSpan WireDelay = TimeSpan.FromMilliseconds(1);

    [Test]
    public void The_controllers_changes_reach_the_air_as_SPaT_within_the_delays_of_controller_wires_and_RSU()
    {
        var (changes, spats) = RunIntersection([]);

        Assert.That(changes, Has.Count.GreaterThan(20));
        foreach (var (at, lamps) in changes.Where(change => change.At < Noon + TimeSpan.FromSeconds(115)))
        {
            var first = spats.First(spat => spat.At > at);
            Assert.That(first.At - at, Is.LessThan(TimeSpan.FromMilliseconds(20)));
            var state = first.Intersection.States.Single(movement => movement.SignalGroup == 2).StateTimeSpeed[0].EventState;
            var expected = (lamps.Greens & 2) != 0 ? MovementPhaseState.ProtectedMovementAllowed
                : (lamps.Yellows & 2) != 0 ? MovementPhaseState.ProtectedClearance : MovementPhaseState.StopAndRemain;
            Assert.That(state, Is.EqualTo(expected));
        }
    }

    [Test]
    public void The_revision_grows_by_one_exactly_when_the_content_changes_and_stands_still_with_the_defect()
    {
        var (_, spats) = RunIntersection([]);
        for (var i = 1; i < spats.Count; i++)
        {
            var same = Content(spats[i].Intersection).AsSpan().SequenceEqual(Content(spats[i - 1].Intersection));
            Assert.That((spats[i].Intersection.Revision - spats[i - 1].Intersection.Revision + 128) % 128, Is.EqualTo(same ? 0 : 1));
        }

        var (_, frozen) = RunIntersection(["revision-frozen"]);
        Assert.That(frozen.Select(spat => spat.Intersection.Revision).Distinct(), Is.EqualTo([0]));
    }

    [Test]
    public void An_unknown_defect_is_refused_with_the_names_there_are()
    {
        Assert.That(
            () => RunIntersection(["no-such"]),
            Throws.ArgumentException.With.Message.Contains("'no-such' is no defect of a device of kind rsu; it has: spat-drop-fifth"));
    }

    [Test]
    public void BSMs_follow_the_fixes_and_stop_when_the_fixes_stop()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var gnss = new MemoryWire(loop, "gnss", WireDelay);
        var air = new MemoryWire(loop, "air", WireDelay);
        var unit = new ObuEmulator(loop, new ObuSettings([2, 0, 0, 0, 0, 9], 1.9, 4.7, [], 7), gnss.B, air.A);
        var received = new List<(Instant At, BSMcoreData Core)>();
        air.B.Received = datagram => received.Add((datagram.At.At, ((BasicSafetyMessage)Frame(datagram).Value).CoreData));
        loop.Run(async () =>
        {
            using var running = unit.Start(Noon);
            for (var i = 0; i < 200; i++)
            {
                gnss.A.Send(new GnssFix(loop.Now.ToUtc(), 42.3 + (i * 1e-5), -83.7, 250, -34, 11.12, 0).Encode());
                await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
            }

            await Task.Delay(TimeSpan.FromSeconds(5), loop.Time);
        });

        Assert.That(received, Has.Count.InRange(200, 206));
        Assert.That(received.Select(item => item.Core.Speed).Distinct(), Is.EqualTo([556]));
        Assert.That(received[^1].Core.Lat, Is.EqualTo(423_019_900).Within(1));
        Assert.That(received.Zip(received.Skip(1), (one, next) => (next.Core.MsgCnt - one.Core.MsgCnt + 128) % 128), Is.All.EqualTo(1));
        Assert.That(received.Zip(received.Skip(1), (one, next) => (next.At - one.At).TotalMilliseconds), Is.All.EqualTo(100));
    }

    private static byte[] Content(IntersectionState state) => (state with { Revision = 0, Moy = null, TimeStamp = null }).Encode();

    private static MessageFrame Frame(Datagram datagram)
    {
        Assert.That(EthernetFrame.TryParse(datagram.Bytes, out var frame, out _));
        Assert.That(WsmpMessage.TryParse(frame!.Payload.Span, out var wsmp, out _));
        Assert.That(Dot2Data.TryUnwrap(wsmp!.Payload.Span, out var message, out _));
        var decoded = MessageFrame.Decode(message);
        Assert.That(decoded.Violations, Is.Empty);
        return decoded.Value;
    }

    private static (List<(Instant At, LampStates Lamps)> Changes, List<(Instant At, IntersectionState Intersection)> Spats) RunIntersection(
        ImmutableHashSet<string> defects)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        MemoryWire[] wires = [.. Enumerable.Range(0, 6).Select(i => new MemoryWire(loop, $"wire{i}", WireDelay))];
        ImmutableArray<PhaseTiming> phases =
        [
            .. Enumerable.Range(1, 8).Select(phase => new PhaseTiming(phase, phase <= 4 ? 1 : 2, ((phase - 1) % 4 / 2) + 1, 5, 2, 15, 3.5, 1, 0, 0, Recall.Min)),
        ];
        var controller = new SignalControllerEmulator(loop, new SignalControllerSettings([new TimingPlan(1, phases)], []), wires[0].A, wires[1].A, wires[2].B);
        _ = new RsuEmulator(
            loop,
            new RsuSettings(1001, [new(2, 2, null), new(4, 4, null)], [], [2, 0, 0, 0, 0, 1], TimeSpan.FromMilliseconds(8), defects, 1),
            wires[0].B, wires[3].B, wires[4].B, wires[5].A);
        var changes = new List<(Instant, LampStates)>();
        var spats = new List<(Instant, IntersectionState)>();
        LampStates? last = null;
        wires[1].B.Received = datagram =>
        {
            Assert.That(LampStates.TryParse(datagram.Bytes.Span, out var lamps, out _));
            if (last is not null && lamps! with { Sequence = 0 } != last with { Sequence = 0 })
            {
                changes.Add((datagram.At.At, lamps!));
            }

            last = lamps;
        };
        wires[5].B.Received = datagram => spats.Add((datagram.At.At, ((SPAT)Frame(datagram).Value).Intersections[0]));
        loop.Run(async () =>
        {
            using var running = controller.Start(Noon);
            await Task.Delay(TimeSpan.FromSeconds(120), loop.Time);
        });
        return (changes, spats);
    }
}
