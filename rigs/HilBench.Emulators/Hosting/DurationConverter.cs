using System.Globalization;

namespace HilBench.Emulators.Hosting;

/// <summary>A duration with its unit: <c>5 ms</c>, <c>10 s</c>.</summary>
internal sealed class DurationConverter : TextConverter<TimeSpan>
{
    private const double MaxSeconds = 1e6;

    private protected override (bool Valid, TimeSpan Value) Parse(string text)
    {
        var parts = text.Split(' ');
        double? unit = parts.Length != 2 ? null : parts[1] switch { "s" => 1, "ms" => 1e-3, "µs" or "us" => 1e-6, _ => null };
        return unit is { } seconds
            && double.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * seconds <= MaxSeconds
                ? (true, TimeSpan.FromSeconds(number * seconds))
                : default;
    }

    private protected override string Format(TimeSpan value) => value.Ticks % TimeSpan.TicksPerSecond == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds} ms");
}
