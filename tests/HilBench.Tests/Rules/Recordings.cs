using HilBench.Asn1;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Rules;

/// <summary>A recording made by hand: what was seen when, in any order; judged in the order of the stamps. Times are in ms from its start.</summary>
internal sealed class Recordings
{
    /// <summary>When it starts.</summary>
    public static readonly Instant Start = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private readonly List<Observation> _observations = [];
    private readonly SortedSet<string> _taps = new(StringComparer.Ordinal);

    /// <summary>Length in ms; null for up to the last observation.</summary>
    public double? Length { get; init; }

    /// <summary>Clock of the stamps.</summary>
    public StampClock Clock { get; init; } = new("virtual", TimeSpan.Zero);

    /// <summary>The instant that many ms after the start.</summary>
    public static Instant At(double ms) => new(Start.UnixNanoseconds + (long)Math.Round(ms * 1e6));

    /// <summary>Adds taps that may stay silent.</summary>
    public Recordings Taps(params ReadOnlySpan<string> taps)
    {
        foreach (var tap in taps)
        {
            _taps.Add(tap);
        }

        return this;
    }

    /// <summary>Adds an observation.</summary>
    public Recordings See(double ms, string tap, Direction direction, Content content)
    {
        _taps.Add(tap);
        _observations.Add(new Observation(0, tap, At(ms), StampSource.Virtual, direction, ReadOnlyMemory<byte>.Empty, content));
        return this;
    }

    /// <summary>Adds a datagram to be forwarded at once by <c>rsu1</c>.</summary>
    public Recordings Forward(double ms, byte[] payload, uint psid = 0x82) => See(
        ms, "rsu1.ifm", Direction.ToDevice, new ImmediateForwardContent(new ImmediateForwardMessage { Type = "SPAT", Psid = new Psid(psid), TxChannel = 172, Payload = payload }));

    /// <summary>Adds a datagram with a message that <c>rsu1</c> is to store and repeat each second.</summary>
    public Recordings Store(double ms, byte[] payload, uint psid = 0x82) => See(
        ms,
        "rsu1.store",
        Direction.ToDevice,
        new ImmediateForwardContent(new ImmediateForwardMessage { Type = "MAP", Psid = new Psid(psid), TxIntervalSeconds = 1, Payload = payload }));

    /// <summary>Adds an air message of a device.</summary>
    public Recordings Air(double ms, byte[] payload, uint psid = 0x82, string device = "rsu1", string mac = "02:00:00:00:00:01")
    {
        var wsmp = new WsmpMessage { Psid = new Psid(psid), Payload = Dot2Data.WrapUnsecured(payload) };
        return See(ms, $"{device}.air", Direction.FromDevice, new AirContent(mac, wsmp, Decode(payload), payload));
    }

    /// <summary>Adds a lamp datagram of <c>asc1</c>; bit 0 of a bitmap is phase 1.</summary>
    public Recordings Lamps(double ms, int reds = 0, int yellows = 0, int greens = 0, int dontWalks = 0, int pedClears = 0, int walks = 0) => See(
        ms,
        "asc1.lamps",
        Direction.FromDevice,
        new LampContent(new LampStates(0, (ushort)reds, (ushort)yellows, (ushort)greens, (ushort)dontWalks, (ushort)pedClears, (ushort)walks)));

    /// <summary>Adds a datagram of <c>asc1</c>'s feed; bit 0 of a bitmap is phase 1.</summary>
    public Recordings Feed(double ms, int reds = 0, int yellows = 0, int greens = 0, int dontWalks = 0, int pedClears = 0, int walks = 0) => See(
        ms,
        "asc1.spat",
        Direction.FromDevice,
        new TscbmContent(new TscbmMessage
        {
            Blocks = [.. Enumerable.Range(1, TscbmMessage.BlockCount).Select(number => new TscbmBlock { Number = (byte)number })],
            PhaseReds = (ushort)reds,
            PhaseYellows = (ushort)yellows,
            PhaseGreens = (ushort)greens,
            DontWalks = (ushort)dontWalks,
            PedClears = (ushort)pedClears,
            Walks = (ushort)walks,
        }));

    /// <summary>Adds a BSM of <c>obu1</c>.</summary>
    public Recordings Bsm(double ms, int count = 0, int secMark = 0, string id = "01020304", string mac = "02:00:00:00:00:09") =>
        Air(ms, BsmFrame(count, secMark, id), psid: 0x20, device: "obu1", mac);

    /// <summary>Adds a position that <c>obu1</c> is given every 100 ms from one time to another, both included.</summary>
    public Recordings Positions(double from, double to)
    {
        for (var ms = from; ms <= to; ms += 100)
        {
            See(ms, "obu1.gnss", Direction.ToDevice, new GnssContent(new GnssFix(At(ms).ToUtc(), 48, 11, 500, 45, 10, 90)));
        }

        return this;
    }

    /// <summary>Adds the site's mapping of <c>asc1</c>'s phases to <c>rsu1</c>'s signal groups.</summary>
    public Recordings Mapping(double ms, int intersection, params ReadOnlySpan<SignalGroupPhase> groups) => See(
        ms, "bench.clock", Direction.FromDevice, new SignalGroupsContent([new IntersectionSignalGroups("asc1", "rsu1", intersection, [.. groups])]));

    /// <summary>Adds lateness of the bench itself.</summary>
    public Recordings BenchLate(double ms, double lateness) => See(
        ms + lateness, "bench.clock", Direction.FromDevice, new ClockContent(At(ms), TimeSpan.FromMilliseconds(lateness)));

    /// <summary>Adds lateness of an emulator that the bench hosts in a container.</summary>
    public Recordings EmulatorLate(string device, double ms, double lateness) => See(
        ms + lateness, "bench.clock", Direction.FromDevice, new ClockContent(At(ms), TimeSpan.FromMilliseconds(lateness)) { Device = device });

    /// <summary>Octets of a SPaT with one event a signal group.</summary>
    public static byte[] Spat(int intersection, int timeStamp, params ReadOnlySpan<(int Group, MovementPhaseState State)> groups)
    {
        var movements = new List<MovementState>();
        foreach (var (group, eventState) in groups)
        {
            movements.Add(new MovementState { SignalGroup = group, StateTimeSpeed = [new MovementEvent { EventState = eventState }] });
        }

        var state = new IntersectionState
        {
            Id = new IntersectionReferenceID { Id = intersection },
            Revision = 0,
            Status = BitString.FromBits("0000000000000000"),
            Moy = 0,
            TimeStamp = timeStamp,
            States = [.. movements],
        };
        return new MessageFrame { MessageId = 19, Value = new SPAT { Intersections = [state] } }.Encode();
    }

    /// <summary>Octets of a BSM.</summary>
    public static byte[] BsmFrame(int count, int secMark, string id) => new MessageFrame
    {
        MessageId = 20,
        Value = new BasicSafetyMessage
        {
            CoreData = new BSMcoreData
            {
                MsgCnt = count,
                Id = new OctetString(Convert.FromHexString(id)),
                SecMark = secMark,
                Lat = 480_000_000,
                Long = 110_000_000,
                Elev = 5450,
                Accuracy = new PositionalAccuracy { SemiMajor = 20, SemiMinor = 20, Orientation = 0 },
                Transmission = TransmissionState.Unavailable,
                Speed = 500,
                Heading = 7200,
                Angle = 127,
                AccelSet = new AccelerationSet4Way { Long = 2001, Lat = 2001, Vert = -127, Yaw = 0 },
                Brakes = new BrakeSystemStatus
                {
                    WheelBrakes = BitString.Of(5, BrakeAppliedStatusBits.Unavailable),
                    Traction = TractionControlStatus.Unavailable,
                    Abs = AntiLockBrakeStatus.Unavailable,
                    Scs = StabilityControlStatus.Unavailable,
                    BrakeBoost = BrakeBoostApplied.Unavailable,
                    AuxBrakes = AuxiliaryBrakeStatus.Unavailable,
                },
                Size = new VehicleSize { Width = 190, Length = 460 },
            },
        },
    }.Encode();

    /// <summary>Octets of a MAP that names an intersection.</summary>
    public static byte[] Map(int intersection) => new MessageFrame
    {
        MessageId = 18,
        Value = new MapData
        {
            MsgIssueRevision = 0,
            Intersections =
            [
                new IntersectionGeometry
                {
                    Id = new IntersectionReferenceID { Id = intersection },
                    Revision = 0,
                    RefPoint = new Position3D { Lat = 0, Long = 0 },
                    LaneSet =
                    [
                        new GenericLane
                        {
                            LaneID = 1,
                            LaneAttributes = new LaneAttributes
                            {
                                DirectionalUse = BitString.FromBits("10"),
                                SharedWith = BitString.FromBits("0000000000"),
                                LaneType = new LaneTypeAttributes.Vehicle(BitString.FromBits("00000000")),
                            },
                            NodeList = new NodeListXY.Nodes(
                            [
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY6(new NodeXY32b { X = 0, Y = 100 }) },
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY6(new NodeXY32b { X = 0, Y = 1000 }) },
                            ]),
                        },
                    ],
                },
            ],
        },
    }.Encode();

    /// <summary>What a rule says to it.</summary>
    public RuleResult Judge(IRule rule)
    {
        var number = 0;
        foreach (var observation in _observations.OrderBy(observation => observation.At))
        {
            rule.Observe(observation with { Number = ++number });
        }

        var last = Length is { } length ? At(length) : _observations.Max(observation => observation.At);
        return rule.Conclude(new RecordingEnd(Start, last, Complete: true, Clock, [.. _taps]));
    }

    private static Decoded<MessageFrame>? Decode(byte[] payload)
    {
        try
        {
            return MessageFrame.Decode(payload);
        }
        catch (Asn1ContentException)
        {
            return null;
        }
    }
}
