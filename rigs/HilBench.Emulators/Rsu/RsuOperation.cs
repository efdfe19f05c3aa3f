using HilBench.Links;
using HilBench.Wire.Nmea;
using HilBench.Wire.Rsu;

namespace HilBench.Emulators.Rsu;

/// <summary>What a road-side unit does and is set to, beside its tables.</summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="settings">What it is set to at the start.</param>
internal sealed class RsuOperation(EventLoop loop, RsuManagementSettings settings)
{
    private const double UnitsOfDegree = 1e7;

    private Instant _quietUntil = loop.Now;

    /// <summary>What it was told to do.</summary>
    public RsuMode Mode { get; set; } = settings.Mode;

    /// <summary>Whether it restarts.</summary>
    public bool IsRestarting => loop.Now < _quietUntil;

    /// <summary>Whether it may transmit.</summary>
    public bool IsOnAir => Mode == RsuMode.Operate && !IsRestarting;

    /// <summary>When it was last started.</summary>
    public Instant Started { get; private set; } = loop.Now;

    /// <summary>Seconds since it was last started.</summary>
    public uint SecondsUp => (uint)Math.Max(0, (loop.Now - Started).TotalSeconds);

    /// <summary>Seconds since it was started first.</summary>
    public uint SecondsTotal { get; private set; }

    /// <summary>Its time.</summary>
    public DateTimeOffset Now => loop.Now.ToUtc();

    public string Location { get; set; } = settings.Location;

    public string Id { get; set; } = settings.Id;

    public string FirmwareVersion { get; } = settings.FirmwareVersion;

    public string Manufacturer { get; } = settings.Manufacturer;

    /// <summary>Reference latitude, 10⁻⁷ degrees.</summary>
    public int ReferenceLatitude { get; set; } = Units(settings.Position.Latitude);

    /// <summary>Reference longitude, 10⁻⁷ degrees.</summary>
    public int ReferenceLongitude { get; set; } = Units(settings.Position.Longitude);

    /// <summary>Reference elevation, cm.</summary>
    public int ReferenceElevation { get; set; } = Centimetres(settings.Position.ElevationMetres);

    /// <summary>Latitude that its receiver reports, 10⁻⁷ degrees.</summary>
    public int Latitude { get; } = Units(settings.Position.Latitude);

    /// <summary>Longitude that its receiver reports, 10⁻⁷ degrees.</summary>
    public int Longitude { get; } = Units(settings.Position.Longitude);

    /// <summary>Elevation that its receiver reports, cm.</summary>
    public int Elevation { get; } = Centimetres(settings.Position.ElevationMetres);

    /// <summary>Satellites that its receiver uses.</summary>
    public int Satellites { get; } = 10;

    /// <summary>Restarts it: it is off the air for a while, and what is set stays.</summary>
    public void Restart()
    {
        SecondsTotal += SecondsUp;
        Started = loop.Now;
        _quietUntil = loop.Now + settings.RestartTime;
    }

    /// <summary>What its receiver reports now, with checksum and CR LF.</summary>
    public byte[] ReportPosition() =>
        new GgaSentence(Now.TimeOfDay, settings.Position.Latitude, settings.Position.Longitude, 1, Satellites, 0.9, settings.Position.ElevationMetres, 0).Encode();

    private static int Units(double degrees) => (int)Math.Round(degrees * UnitsOfDegree);

    private static int Centimetres(double metres) => (int)Math.Round(metres * 100);
}
