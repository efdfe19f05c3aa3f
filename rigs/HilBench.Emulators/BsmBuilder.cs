using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.VehicleBus;

namespace HilBench.Emulators;

/// <summary>Builds BSMs: what the unit knows is scaled to the standard's integers, what it does not know is unavailable.</summary>
internal sealed class BsmBuilder
{
    private const int MessageId = 20;
    private const int SafetyExtensions = 0;
    private const int SpeedUnavailable = 8191;
    private const int HeadingUnavailable = 28_800;
    private const int AngleUnavailable = 127;
    private const int AccelerationUnavailable = 2001;
    private const int VerticalUnavailable = -127;
    private const int OffsetLimit = 131_071;

    private readonly ObuSettings _settings;
    private readonly Random _random;
    private byte[] _id = new byte[4];
    private int _count;
    private int _sent;

    public BsmBuilder(ObuSettings settings, Random random)
    {
        _settings = settings;
        _random = random;
        _random.NextBytes(_id);
        _count = random.Next(128);
    }

    /// <summary>The next BSM.</summary>
    /// <param name="motion">The unit's motion, with a fix.</param>
    /// <param name="bus">The vehicle's bus; null when the unit is not connected to it.</param>
    /// <param name="now">Time of the message.</param>
    public byte[] Build(VehicleMotion motion, VehicleBusInput? bus, Instant now)
    {
        var core = Core(motion, motion.Fix!, now);
        var bsm = new BasicSafetyMessage
        {
            CoreData = bus is null ? core : WithBus(core, bus),
            PartII = PartTwo(motion, motion.Fix!, bus),
        };
        Advance();
        return new MessageFrame { MessageId = MessageId, Value = bsm }.Encode();
    }

    private BSMcoreData Core(VehicleMotion motion, GnssFix fix, Instant now) => new()
    {
        MsgCnt = _count,
        Id = new OctetString(_id),
        SecMark = Has(DefectTable.SecMarkOutOfRange) && _sent % 20 == 19 ? 61_500 : (int)(now.UnixNanoseconds / 1_000_000 % 60_000),
        Lat = Scale(fix.Latitude, 1e7),
        Long = Scale(fix.Longitude, 1e7),
        Elev = Math.Clamp(
            Scale(_settings.Personalities.Contains(PersonalityTable.GnssAltitudeAsHeight) ? fix.AltitudeMetres : fix.EllipsoidHeightMetres, 10), -4095, 61_439),
        Accuracy = Accuracy(motion.Deviation),
        Transmission = TransmissionState.Unavailable,
        Speed = Math.Clamp(Scale(fix.SpeedMetresPerSecond, 50), 0, SpeedUnavailable - 1),
        Heading = motion.CourseDegrees is { } course ? Scale(course, 80) % HeadingUnavailable : HeadingUnavailable,
        Angle = AngleUnavailable,
        AccelSet = new AccelerationSet4Way
        {
            Long = motion.Acceleration is { } acceleration ? Math.Clamp(Scale(acceleration, 100), -2000, 2000) : AccelerationUnavailable,
            Lat = AccelerationUnavailable,
            Vert = VerticalUnavailable,
            Yaw = Math.Clamp(Scale(motion.YawRate ?? 0, 100), -32_767, 32_767),
        },
        Brakes = new BrakeSystemStatus
        {
            WheelBrakes = BitString.Of(5, BrakeAppliedStatusBits.Unavailable),
            Traction = TractionControlStatus.Unavailable,
            Abs = AntiLockBrakeStatus.Unavailable,
            Scs = StabilityControlStatus.Unavailable,
            BrakeBoost = BrakeBoostApplied.Unavailable,
            AuxBrakes = AuxiliaryBrakeStatus.Unavailable,
        },
        Size = new VehicleSize { Width = Scale(_settings.WidthMetres, 100), Length = Scale(_settings.LengthMetres, 100) },
    };

    private static BSMcoreData WithBus(BSMcoreData core, VehicleBusInput bus)
    {
        var state = bus.State;
        return core with
        {
            Transmission = state.Gear switch
            {
                VehicleGear.Neutral => TransmissionState.Neutral,
                VehicleGear.Park => TransmissionState.Park,
                VehicleGear.Forward => TransmissionState.ForwardGears,
                VehicleGear.Reverse => TransmissionState.ReverseGears,
                _ => TransmissionState.Unavailable,
            },
            Angle = SteeringWheelAngle.FromDegrees(state.SteeringWheelDegrees),
            AccelSet = state.Acceleration is { } acceleration
                ? core.AccelSet with { Long = Math.Clamp(Scale(acceleration, 100), -2000, 2000) }
                : core.AccelSet,
            Brakes = bus.Brakes(),
        };
    }

    // SAE J2735 DF_PositionalAccuracy: axes in steps of 5 cm, the direction in steps of 360/65535 degrees.
    private static PositionalAccuracy Accuracy(GstSentence? deviation) =>
        deviation is { SemiMajorMetres: { } major, SemiMinorMetres: { } minor }
            ? new PositionalAccuracy
            {
                SemiMajor = Math.Clamp(Scale(major, 20), 0, 254),
                SemiMinor = Math.Clamp(Scale(minor, 20), 0, 254),
                Orientation = Math.Clamp(Scale(deviation.OrientationDegrees ?? 0, 65_535 / 360.0), 0, 65_534),
            }
            : new PositionalAccuracy { SemiMajor = 20, SemiMinor = 20, Orientation = 0 };

    private static ImmutableArray<PartIIcontentBSMpartIIExtension>? PartTwo(VehicleMotion motion, GnssFix fix, VehicleBusInput? bus)
    {
        var points = motion.History.Select(point => Crumb(point, fix)).Where(point => point is not null).Select(point => point!).ToImmutableArray();
        var events = bus?.Events(motion.Acceleration);
        var lights = bus?.Lights();
        return points.IsEmpty && events is null && lights is null
            ? null
            :
            [
                new()
                {
                    PartIIId = SafetyExtensions,
                    PartIIValue = new VehicleSafetyExtensions
                    {
                        Events = events,
                        PathHistory = points.IsEmpty ? null : new PathHistory { CrumbData = points },
                        Lights = lights,
                    },
                },
            ];
    }

    private static PathHistoryPoint? Crumb(GnssFix point, GnssFix now)
    {
        var latitude = Scale(point.Latitude - now.Latitude, 1e7);
        var longitude = Scale(point.Longitude - now.Longitude, 1e7);
        var age = Scale((now.Utc - point.Utc).TotalSeconds, 100);
        return Math.Abs(latitude) <= OffsetLimit && Math.Abs(longitude) <= OffsetLimit && age is >= 1 and <= 65_534
            ? new PathHistoryPoint
            {
                LatOffset = latitude,
                LonOffset = longitude,
                ElevationOffset = Math.Clamp(Scale(point.EllipsoidHeightMetres - now.EllipsoidHeightMetres, 10), -2047, 2047),
                TimeOffset = age,
            }
            : null;
    }

    private void Advance()
    {
        _sent++;
        var step = Has(DefectTable.MessageCountSkips) && _sent % 50 == 0 ? 2 : 1;
        var next = _count + step;
        _count = next > 127 ? (Has(DefectTable.MessageCountWrapsToOne) ? 1 : next % 128) : next;
        if (Has(DefectTable.TemporaryIdChanges) && _sent % 100 == 0)
        {
            _id = new byte[4];
            _random.NextBytes(_id);
        }
    }

    private bool Has(string defect) => _settings.Defects.Contains(defect);

    private static int Scale(double value, double unitsPerOne) => (int)Math.Round(value * unitsPerOne, MidpointRounding.AwayFromZero);
}
