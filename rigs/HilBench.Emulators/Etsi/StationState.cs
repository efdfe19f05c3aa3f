using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Etsi;

/// <summary>What the station knows of itself: its receiver's fixes, and what the Upper Tester set or added.</summary>
internal sealed class StationState
{
    private const int SpeedLimit = 16_382;
    private const int FullCircle = 3600;
    private const int CurvatureLimit = 1022;
    private const int YawRateLimit = 32_766;
    private const double SlowestTurn = 0.5;
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);

    private readonly EtsiStationSettings _settings;
    private Instant _fixAt;

    public StationState(EtsiStationSettings settings)
    {
        _settings = settings;
        Mac = [.. settings.Mac];
        StationId = settings.StationId;
        Reset();
    }

    public VehicleMotion Motion { get; } = new();

    public byte[] Mac { get; set; }

    public uint StationId { get; set; }

    public int StationType { get; set; }

    public bool SendsCams { get; set; }

    public Adjustable Speed { get; } = new();

    public Adjustable Heading { get; } = new();

    public Adjustable Curvature { get; } = new();

    public Adjustable YawRate { get; } = new();

    public int DriveDirection { get; set; }

    public int VehicleRole { get; set; }

    public BitString ExteriorLights { get; set; }

    public BitString? AccelerationControl { get; set; }

    public bool Embarkation { get; set; }

    public (int Type, OctetString Data)? PtActivation { get; set; }

    public int DangerousGoods { get; set; }

    public BitString LightBarSiren { get; set; }

    /// <summary>1e-7 degrees.</summary>
    public int Latitude => Clamp((Motion.Fix!.Latitude * 1e7) + LatitudeOffset, 900_000_000);

    /// <summary>1e-7 degrees.</summary>
    public int Longitude => Clamp((Motion.Fix!.Longitude * 1e7) + LongitudeOffset, 1_800_000_000);

    /// <summary>Centimetres above the ellipsoid.</summary>
    public int Altitude => (int)Math.Clamp(Math.Round((Motion.Fix!.EllipsoidHeightMetres * 100) + AltitudeOffset), -100_000, 800_000);

    /// <summary>0.01 m/s.</summary>
    public int SpeedValue => Speed.Apply(Motion.Fix!.SpeedMetresPerSecond * 100, 0, SpeedLimit)!.Value;

    /// <summary>0.1 degrees, 0 to 3599; null while it is not known.</summary>
    public int? HeadingValue => Heading.Apply(Motion.CourseDegrees * 10, int.MinValue, int.MaxValue) is { } heading
        ? ((heading % FullCircle) + FullCircle) % FullCircle
        : null;

    /// <summary>0.01 degrees a second, to the left positive; null while it is not known.</summary>
    public int? YawRateValue => YawRate.Apply(Motion.YawRate * -100, -YawRateLimit, YawRateLimit);

    /// <summary>1/10 000 of 1/m, to the left positive; null while it is not known.</summary>
    public int? CurvatureValue => Curvature.Apply(
        Motion.YawRate is { } rate && Motion.Fix!.SpeedMetresPerSecond >= SlowestTurn ? -rate * Math.PI / 180 / Motion.Fix.SpeedMetresPerSecond * 10_000 : null,
        -CurvatureLimit,
        CurvatureLimit);

    /// <summary>1e-7 degrees.</summary>
    public long LatitudeOffset { get; set; }

    /// <summary>1e-7 degrees.</summary>
    public long LongitudeOffset { get; set; }

    /// <summary>Centimetres.</summary>
    public long AltitudeOffset { get; set; }

    public void Receive(GnssFix fix, Instant now)
    {
        Motion.Update(fix);
        _fixAt = now;
    }

    /// <summary>Whether there is a position that is young enough.</summary>
    public bool HasPosition(Instant now) => Motion.Fix is not null && now - _fixAt <= Stale;

    /// <summary>Forgets what the Upper Tester set; identities stay.</summary>
    public void Reset()
    {
        StationType = _settings.StationType;
        SendsCams = _settings.SendsCams;
        foreach (var quantity in (Adjustable[])[Speed, Heading, Curvature, YawRate])
        {
            quantity.Reset();
        }

        (LatitudeOffset, LongitudeOffset, AltitudeOffset) = (0, 0, 0);
        (DriveDirection, VehicleRole, DangerousGoods) = (0, 0, 0);
        ExteriorLights = BitString.FromNumber(0, 8);
        AccelerationControl = null;
        Embarkation = false;
        PtActivation = null;
        LightBarSiren = BitString.FromNumber(0, 2);
    }

    private static int Clamp(double value, int limit) => (int)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), -limit, limit);
}
