namespace HilBench.Wire.Nmea;

/// <summary>How a receiver words its sentences: receivers differ, and units that listen to them are not all ready for it.</summary>
public sealed record NmeaStyle
{
    /// <summary>Talker GN, with mode letters.</summary>
    public static NmeaStyle Usual { get; } = new();

    /// <summary>Talker identifier: GP for GPS alone, GN for several systems together.</summary>
    public string Talker { get; init; } = "GN";

    /// <summary>Whether RMC and VTG end in the mode letter that NMEA 0183 2.3 added.</summary>
    public bool ModeLetter { get; init; } = true;

    /// <summary>
    /// The mode letter of a GGA quality: A autonomous, D differential, R RTK fixed, F RTK float, E estimated, M manual, S simulator, N none.
    /// </summary>
    internal static char ModeOf(int quality) => quality switch
    {
        0 => 'N',
        2 => 'D',
        4 => 'R',
        5 => 'F',
        6 => 'E',
        7 => 'M',
        8 => 'S',
        _ => 'A',
    };

    internal string Mode(char letter) => ModeLetter ? $",{letter}" : "";
}
