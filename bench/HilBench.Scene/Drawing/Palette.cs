namespace HilBench.Scene.Drawing;

/// <summary>
/// The colours of a theme, red, green, blue, alpha. Signal colours are told apart by brightness too (Okabe and Ito's set, red against bluish
/// green), and nothing is told by colour alone.
/// </summary>
internal sealed record Palette
{
    public static readonly Palette Light = new()
    {
        Ground = Rgb(0xFFFFFF),
        Road = Rgb(0xDFE3E8),
        Marking = Rgb(0xFFFFFF),
        Edge = Rgb(0x8A94A0),
        Text = Rgb(0x18202A),
        Faint = Rgb(0x5B6673),
        Panel = Rgb(0xF4F6F8),
        Rule = Rgb(0xC9D0D8),
        Chip = Rgb(0xFFFFFF),
        Vehicle = Rgb(0x1F5FA8),
        VehicleLine = Rgb(0x0C2D52),
        Glass = Rgb(0xCFE2F7),
        Claim = Rgb(0xB5179E),
        Air = Rgb(0x6A4FB3),
        Warning = Rgb(0xC2410C),
    };

    public static readonly Palette Dark = new()
    {
        Ground = Rgb(0x12161B),
        Road = Rgb(0x2B323B),
        Marking = Rgb(0xAEB7C2),
        Edge = Rgb(0x66717E),
        Text = Rgb(0xF1F4F7),
        Faint = Rgb(0xA9B4C0),
        Panel = Rgb(0x1B2128),
        Rule = Rgb(0x3A444F),
        Chip = Rgb(0x1B2128),
        Vehicle = Rgb(0x5AA9F5),
        VehicleLine = Rgb(0xE6F1FC),
        Glass = Rgb(0x16324F),
        Claim = Rgb(0xFF7AE5),
        Air = Rgb(0xB9A3F5),
        Warning = Rgb(0xFF9D5C),
    };

    public required uint Ground { get; init; }

    public required uint Road { get; init; }

    public required uint Marking { get; init; }

    public required uint Edge { get; init; }

    public required uint Text { get; init; }

    public required uint Faint { get; init; }

    public required uint Panel { get; init; }

    public required uint Rule { get; init; }

    public required uint Chip { get; init; }

    public required uint Vehicle { get; init; }

    public required uint VehicleLine { get; init; }

    public required uint Glass { get; init; }

    public required uint Claim { get; init; }

    public required uint Air { get; init; }

    public required uint Warning { get; init; }

    public uint Housing { get; } = Rgb(0x20262D);

    public uint LampOff { get; } = Rgb(0x59636E);

    public uint White { get; } = Rgb(0xFFFFFF);

    public uint Black { get; } = Rgb(0x101418);

    /// <summary>The colour of a signal.</summary>
    public static uint Of(SignalState state) => state switch
    {
        SignalState.Red => Rgb(0xD62828),
        SignalState.Yellow => Rgb(0xF5B700),
        SignalState.Green => Rgb(0x009E73),
        _ => Rgb(0x8A94A0),
    };

    private static uint Rgb(uint value) => 0xFF000000 | ((value & 0xFF) << 16) | (value & 0xFF00) | (value >> 16);
}
