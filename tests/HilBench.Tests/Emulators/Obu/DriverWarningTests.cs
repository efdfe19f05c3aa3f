using HilBench.Asn1;
using HilBench.Emulators;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Wire.Alerts;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Emulators.Obu;

/// <summary>What an OBU warns of: others' BSMs, and signals at its own stop line.</summary>
internal sealed class DriverWarningTests
{
    private const double MetresPerDegree = 111_319.49;
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [TestCase(60, 0, 0, true, "emergency-electronic-brake-light")]
    [TestCase(60, 0, 0, false, "")]
    [TestCase(-60, 0, 0, true, "")]
    [TestCase(60, 12, 0, true, "")]
    [TestCase(60, 0, 180, true, "")]
    [TestCase(320, 0, 0, true, "")]
    public void A_vehicle_ahead_that_brakes_hard_is_warned_of(double ahead, double right, double heading, bool brakes, string rule)
    {
        var alerts = Run(20, [Bsm(ahead, right, heading, speed: 20, brakes)]);

        Assert.That(alerts.Select(alert => alert.Rule).Distinct(StringComparer.Ordinal), Is.EqualTo(rule.Length > 0 ? [rule] : Array.Empty<string>()));
    }

    [TestCase(60, 0, 0, "forward-collision-warning")]
    [TestCase(80, 0, 0, "")]
    [TestCase(60, 3.5, 0, "")]
    [TestCase(60, 0, 19, "")]
    public void A_slower_vehicle_in_the_own_lane_is_warned_of_when_it_is_reached_within_three_seconds(double ahead, double right, double speed, string rule)
    {
        var alerts = Run(20, [Bsm(ahead, right, 0, speed, brakes: false)]);

        Assert.That(alerts.Select(alert => alert.Rule).Distinct(StringComparer.Ordinal), Is.EqualTo(rule.Length > 0 ? [rule] : Array.Empty<string>()));
    }

    [Test]
    public void A_warning_begins_once_says_whom_and_how_far_and_ends_when_its_reason_is_gone()
    {
        var alerts = Run(20, [Bsm(60, 0, 0, 0, brakes: false)]);

        Assert.That(alerts.Select(alert => alert.Active), Is.EqualTo([true, false]));
        Assert.That(alerts[0].Vehicle, Is.EqualTo("01020304"));
        Assert.That(alerts[0].DistanceMetres, Is.EqualTo(60 - 2.35 - 2.5).Within(0.2));
        Assert.That(alerts[0].SecondsToReach, Is.EqualTo(55.15 / 20).Within(0.02));
        Assert.That(alerts[1].Time - alerts[0].Time, Is.EqualTo(TimeSpan.FromSeconds(1.9)).Within(TimeSpan.FromSeconds(0.3)));
    }

    [TestCase(MovementPhaseState.StopAndRemain, 25, 15, "red-light-violation-warning")]
    [TestCase(MovementPhaseState.ProtectedMovementAllowed, 25, 15, "")]
    [TestCase(MovementPhaseState.StopAndRemain, 100, 15, "")]
    [TestCase(MovementPhaseState.StopAndRemain, 25, 5, "")]
    public void A_red_light_that_can_hardly_be_stopped_for_is_warned_of(MovementPhaseState state, double distance, double speed, string rule)
    {
        // A lane straight north of which the own vehicle comes south to north: the stop line is at the reference point.
        var reference = (Latitude: 42.3 + ((distance + 2.35) / MetresPerDegree), Longitude: -83.7);
        var alerts = Run(speed, [Map(reference), Spat(state)]);

        Assert.That(alerts.Select(alert => alert.Rule).Distinct(StringComparer.Ordinal), Is.EqualTo(rule.Length > 0 ? [rule] : Array.Empty<string>()));
        if (rule.Length > 0)
        {
            Assert.That((alerts[0].Intersection, alerts[0].SignalGroup), Is.EqualTo((1001, 2)));
            Assert.That(alerts[0].DistanceMetres, Is.EqualTo(distance).Within(0.2));
        }
    }

    [Test]
    public void Garbage_on_the_air_is_let_pass()
    {
        var random = new Random(25);
        var whole = Frame(Bsm(60, 0, 0, 0, brakes: true)).Concat(Frame(Map((42.3, -83.7)))).ToArray();
        using var loop = EventLoop.CreateVirtual(Noon);
        for (var i = 0; i < Fuzz.Rounds(50_000); i++)
        {
            var octets = Fuzz.Mutate(random, whole, whole.Length);
            Assert.That(() => AirReceiver.Message(new Datagram(octets, default)), Throws.Nothing);
        }
    }

    /// <summary>A vehicle at 42.3, -83.7 that heads north stands still on the map while its GNSS tells a speed; messages come for a second at 10 Hz.</summary>
    private static List<AlertMessage> Run(double speed, MessageFrame[] messages)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var gnss = new MemoryWire(loop, "gnss", TimeSpan.FromMilliseconds(1));
        var air = new MemoryWire(loop, "air", TimeSpan.FromMilliseconds(1));
        var alerts = new List<AlertMessage>();
        var unit = new ObuEmulator(
            loop, new ObuSettings([2, 0, 0, 0, 0, 9], 1.9, 4.7, [], 7) { Name = "obu1" }, new ObuLinks { Air = air.A, Gnss = gnss.B, Alerts = new Notes(alerts) });
        loop.Run(async () =>
        {
            using var running = unit.Start(loop.Now);
            for (var i = 0; i < 40; i++)
            {
                gnss.A.Send(new GnssFix(loop.Now.ToUtc(), 42.3, -83.7, 250, 0, speed, 0).Encode());
                await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
                foreach (var message in i < 10 ? messages : [])
                {
                    air.B.Send(Frame(message));
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            }
        });
        return alerts;
    }

    private static byte[] Frame(MessageFrame message) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 1 },
        EtherType = WsmpMessage.EtherType,
        Payload = new WsmpMessage { Psid = Psid.VehicleSafety, ChannelNumber = 172, Payload = Dot2Data.WrapUnsecured(message.Encode()) }.Encode(),
    }.Encode();

    private static MessageFrame Bsm(double ahead, double right, double heading, double speed, bool brakes) => new()
    {
        MessageId = 20,
        Value = new BasicSafetyMessage
        {
            CoreData = new BSMcoreData
            {
                MsgCnt = 1,
                Id = OctetString.FromHex("01020304"),
                SecMark = 0,
                Lat = (int)((42.3 + (ahead / MetresPerDegree)) * 1e7),
                Long = (int)((-83.7 + (right / MetresPerDegree / Math.Cos(double.DegreesToRadians(42.3)))) * 1e7),
                Elev = 2500,
                Accuracy = new PositionalAccuracy { SemiMajor = 20, SemiMinor = 20, Orientation = 0 },
                Transmission = TransmissionState.ForwardGears,
                Speed = (int)(speed * 50),
                Heading = (int)(heading * 80),
                Angle = 127,
                AccelSet = new AccelerationSet4Way { Long = 0, Lat = 0, Vert = 0, Yaw = 0 },
                Brakes = new BrakeSystemStatus
                {
                    WheelBrakes = BitString.Of(5),
                    Traction = TractionControlStatus.Unavailable,
                    Abs = AntiLockBrakeStatus.Unavailable,
                    Scs = StabilityControlStatus.Unavailable,
                    BrakeBoost = BrakeBoostApplied.Unavailable,
                    AuxBrakes = AuxiliaryBrakeStatus.Unavailable,
                },
                Size = new VehicleSize { Width = 190, Length = 500 },
            },
            PartII = brakes
                ? [new() { PartIIId = 0, PartIIValue = new VehicleSafetyExtensions { Events = BitString.Of(13, VehicleEventFlagsBits.EventHardBraking) } }]
                : null,
        },
    };

    private static MessageFrame Map((double Latitude, double Longitude) reference) => new()
    {
        MessageId = 18,
        Value = new MapData
        {
            MsgIssueRevision = 1,
            Intersections =
            [
                new IntersectionGeometry
                {
                    Id = new IntersectionReferenceID { Id = 1001 },
                    Revision = 1,
                    RefPoint = new Position3D { Lat = (int)Math.Round(reference.Latitude * 1e7), Long = (int)Math.Round(reference.Longitude * 1e7) },
                    LaneWidth = 350,
                    LaneSet =
                    [
                        new GenericLane
                        {
                            LaneID = 1,
                            LaneAttributes = new LaneAttributes
                            {
                                DirectionalUse = BitString.FromBits("10"),
                                SharedWith = BitString.Of(10),
                                LaneType = new LaneTypeAttributes.Vehicle(BitString.Of(8)),
                            },
                            NodeList = new NodeListXY.Nodes(
                            [
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY1(new NodeXY20b { X = 0, Y = 0 }) },
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY6(new NodeXY32b { X = 0, Y = -20_000 }) },
                            ]),
                            ConnectsTo = [new HilBench.Wire.J2735.Connection { ConnectingLane = new ConnectingLane { Lane = 2 }, SignalGroup = 2 }],
                        },
                    ],
                },
            ],
        },
    };

    private static MessageFrame Spat(MovementPhaseState state) => new()
    {
        MessageId = 19,
        Value = new SPAT
        {
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Id = 1001 },
                    Revision = 1,
                    Status = BitString.Of(16),
                    States = [new MovementState { SignalGroup = 2, StateTimeSpeed = [new MovementEvent { EventState = state }] }],
                },
            ],
        },
    };

    private sealed class Notes(List<AlertMessage> alerts) : IAlertSink
    {
        public void Raise(AlertMessage alert) => alerts.Add(alert);
    }
}
