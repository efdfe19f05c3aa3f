using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.Nmea;

/// <summary>NMEA 0183 GSA: satellites in use and dilution of precision.</summary>
/// <param name="Dimensions">1 no fix, 2 without height, 3 with height.</param>
/// <param name="Satellites">Numbers of the satellites in use, at most twelve.</param>
/// <param name="Pdop">Dilution of precision in position; null when the field is empty.</param>
/// <param name="Hdop">Horizontal dilution of precision; null when the field is empty.</param>
/// <param name="Vdop">Vertical dilution of precision; null when the field is empty.</param>
public sealed record GsaSentence(int Dimensions, ImmutableArray<int> Satellites, double? Pdop, double? Hdop, double? Vdop)
{
    private const int Places = 12;

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">The sentence, with or without its line end.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out GsaSentence? sentence, [NotNullWhen(false)] out WireError? error)
    {
        sentence = null;
        if (!NmeaSentence.TrySplit(text, "GSA", 18, out var fields, out error))
        {
            return false;
        }

        var satellites = ImmutableArray.CreateBuilder<int>(Places);
        foreach (var field in fields.AsSpan(3, Places))
        {
            if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var satellite))
            {
                satellites.Add(satellite);
            }
        }

        if (fields[2] is not ("1" or "2" or "3")
            || !NmeaSentence.TryOptional(fields[15], out var pdop)
            || !NmeaSentence.TryOptional(fields[16], out var hdop)
            || !NmeaSentence.TryOptional(fields[17], out var vdop))
        {
            error = new WireError("a field of GSA is no number: expected $GNGSA,A,1 to 3,twelve satellites,pdop,hdop,vdop", 0);
            return false;
        }

        sentence = new GsaSentence(fields[2][0] - '0', satellites.ToImmutable(), pdop, hdop, vdop);
        return true;
    }

    /// <summary>The sentence in a receiver's style, with checksum and CR LF.</summary>
    public byte[] Encode(NmeaStyle style)
    {
        var satellites = string.Join(',', Enumerable.Range(0, Places).Select(
            place => place < Satellites.Length ? Satellites[place].ToString("00", CultureInfo.InvariantCulture) : ""));
        return NmeaSentence.Frame(string.Create(
            CultureInfo.InvariantCulture,
            $"{style.Talker}GSA,A,{Dimensions},{satellites},{NmeaSentence.Optional(Pdop, "0.0")},{NmeaSentence.Optional(Hdop, "0.0")},{NmeaSentence.Optional(Vdop, "0.0")}"));
    }
}
