using System.Globalization;

namespace HilBench.Inputs;

/// <summary>A physical dimension with the units in which a file may state it.</summary>
/// <param name="Name">What it is, for example <c>a time</c>.</param>
/// <param name="Example">How it is written, for messages.</param>
/// <param name="Units">Units with the factor to the base unit, which is the first one with factor 1.</param>
internal sealed record Dimension(string Name, string Example, params (string Unit, double Factor)[] Units)
{
    public static readonly Dimension Time = new("a time", "'10 min' or '600 s'", ("s", 1), ("ms", 0.001), ("min", 60), ("h", 3600));
    public static readonly Dimension Speed = new("a speed", "'50 km/h' or '13.9 m/s'", ("m/s", 1), ("km/h", 1 / 3.6), ("mph", 0.44704));
    public static readonly Dimension Length = new("a length", "'3.5 m' or '350 cm'", ("m", 1), ("cm", 0.01), ("km", 1000));
    public static readonly Dimension Angle = new("an angle", "'42.3 deg'", ("deg", 1));
    public static readonly Dimension Rate = new("a rate", "'10 /s'", ("/s", 1));

    /// <summary>Reads a number and its unit, for example <c>10 min</c>.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="value">The value in the base unit.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Read(string text, out double value)
    {
        var trimmed = text.Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] is '.' or '-' or '+'))
        {
            end++;
        }

        var unit = trimmed[end..].Trim();
        if (!double.TryParse(trimmed[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out value) || unit.Length == 0)
        {
            return $"expected {Name} with unit such as {Example}, found '{text}'";
        }

        foreach (var (known, factor) in Units)
        {
            if (known == unit)
            {
                value *= factor;
                return null;
            }
        }

        return $"expected {Name} ({string.Join(", ", Units.Select(known => known.Unit))}) such as {Example}, found unit '{unit}' in '{text}'";
    }

    /// <summary>A value in the base unit as a file would state it.</summary>
    /// <param name="value">The value.</param>
    public string Print(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, 6)} {Units[0].Unit}");
}
