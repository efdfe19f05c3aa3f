using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace HilBench.Wire.Nmea;

/// <summary>The frame of an NMEA 0183 sentence: <c>$address,field,…*checksum CR LF</c>.</summary>
internal static class NmeaSentence
{
    public static byte[] Frame(string body)
    {
        var checksum = 0;
        foreach (var letter in body)
        {
            checksum ^= letter;
        }

        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"${body}*{checksum:X2}\r\n"));
    }

    /// <summary>Checks the frame and the checksum and splits the fields; the first is the address (talker and formatter).</summary>
    public static bool TrySplit(
        ReadOnlySpan<byte> sentence, string formatter, int fieldCount, [NotNullWhen(true)] out string[]? fields, [NotNullWhen(false)] out WireError? error)
    {
        fields = null;
        error = null;
        sentence = sentence.TrimEnd("\r\n"u8);
        var star = sentence.LastIndexOf((byte)'*');
        if (sentence.Length < 9 || sentence[0] != '$' || star != sentence.Length - 3)
        {
            error = new WireError("expected $…*hh, an NMEA 0183 sentence with a checksum", 0);
            return false;
        }

        var checksum = 0;
        foreach (var octet in sentence[1..star])
        {
            checksum ^= octet;
        }

        if (!int.TryParse(sentence[(star + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var found) || found != checksum)
        {
            error = new WireError($"checksum {Encoding.ASCII.GetString(sentence[(star + 1)..])}, expected {checksum:X2}", star + 1);
            return false;
        }

        var split = Encoding.ASCII.GetString(sentence[1..star]).Split(',');
        if (split[0].Length != 5 || !split[0].EndsWith(formatter, StringComparison.Ordinal) || split.Length < fieldCount)
        {
            error = new WireError($"{split[0]} with {split.Length} fields, expected {formatter} with at least {fieldCount}", 1);
            return false;
        }

        fields = split;
        return true;
    }

    /// <summary>Degrees as ddmm.mmmmmmm,N (1e-7 minutes are 0.2 mm).</summary>
    public static string Angle(double degrees, int degreeDigits, char positive, char negative)
    {
        // Rounded first, so that 59.99999999 minutes become the next degree.
        var units = (long)Math.Round(Math.Abs(degrees) * 600_000_000, MidpointRounding.AwayFromZero);
        var (whole, minutes) = Math.DivRem(units, 600_000_000);
        var width = degreeDigits == 2 ? "00" : "000";
        var text = whole.ToString(width, CultureInfo.InvariantCulture) + (minutes / 1e7).ToString("00.0000000", CultureInfo.InvariantCulture);
        return $"{text},{(degrees < 0 ? negative : positive)}";
    }

    public static bool TryAngle(string text, string hemisphere, int degreeDigits, char positive, char negative, out double degrees)
    {
        degrees = 0;
        if (text.Length < degreeDigits + 2
            || !int.TryParse(text.AsSpan(0, degreeDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            || !TryNumber(text[degreeDigits..], out var minutes)
            || minutes >= 60
            || hemisphere.Length != 1
            || (hemisphere[0] != positive && hemisphere[0] != negative))
        {
            return false;
        }

        degrees = (whole + (minutes / 60)) * (hemisphere[0] == negative ? -1 : 1);
        return Math.Abs(degrees) <= (degreeDigits == 2 ? 90 : 180);
    }

    public static bool TryTime(string text, out TimeSpan time)
    {
        time = default;
        if (text.Length < 6
            || !int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text.AsSpan(2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || !TryNumber(text[4..], out var seconds)
            || hours > 23 || minutes > 59 || seconds >= 61)
        {
            return false;
        }

        time = new TimeSpan(hours, minutes, 0) + TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        return true;
    }

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>A number, or nothing where the field is empty.</summary>
    public static bool TryOptional(string text, out double? number)
    {
        number = null;
        if (text.Length == 0)
        {
            return true;
        }

        var read = TryNumber(text, out var value);
        number = read ? value : null;
        return read;
    }

    /// <summary>A time of day as hhmmss.sss.</summary>
    public static string Time(TimeSpan timeOfDay) =>
        new DateTime(timeOfDay.Ticks, DateTimeKind.Utc).ToString("HHmmss.fff", CultureInfo.InvariantCulture);

    public static string Optional(double? number, string format) => number is { } value ? Number(value, format) : "";

    public static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
