using System.Globalization;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>A point on the time line: ISO 8601 in UTC with up to nine decimals.</summary>
internal sealed class InstantConverter : TextConverter<Instant>
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    private protected override (bool Valid, Instant Value) Parse(string text)
    {
        var digits = text.EndsWith('Z') ? text[..^1].Split('.') : [];
        return digits.Length is 1 or 2
            && DateTimeOffset.TryParseExact(digits[0], Seconds, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seconds)
            && seconds.Year is >= 1970 and <= 2261
            && Nanoseconds(digits) is { } nanoseconds
                ? (true, new Instant(Instant.FromUtc(seconds).UnixNanoseconds + nanoseconds))
                : default;
    }

    private protected override string Format(Instant value) => value.ToString();

    private static int? Nanoseconds(string[] digits) =>
        digits.Length == 1 ? 0
        : digits[1].Length is >= 1 and <= 9 && int.TryParse(digits[1].PadRight(9, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
