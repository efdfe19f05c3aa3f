namespace HilBench.Wire.J2735;

/// <summary>
/// Lengths in whole centimetres: node offsets (DE_Offset_B10 to B16), lane width (DE_LaneWidth), vehicle length and width. The caller's
/// field sets the range: a node offset of 16 bits holds -327.68 to 327.67 m.
/// </summary>
public static class Centimetres
{
    /// <summary>The length in metres.</summary>
    /// <param name="raw">The number of the message.</param>
    public static double ToMetres(int raw) => raw / 100.0;

    /// <summary>The number nearest to a length.</summary>
    /// <param name="metres">In metres.</param>
    public static int FromMetres(double metres) => checked((int)Math.Round(metres * 100, MidpointRounding.AwayFromZero));
}
