using System.Globalization;
using HilBench.Wire.Ieee1609;

namespace HilBench.Emulators.Hosting;

/// <summary>A PSID: <c>0x82</c>.</summary>
internal sealed class PsidConverter : TextConverter<Psid>
{
    private protected override (bool Valid, Psid Value) Parse(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number <= Psid.Greatest
                ? (true, new Psid(number))
                : default;

    private protected override string Format(Psid value) => string.Create(CultureInfo.InvariantCulture, $"0x{value.Value:X2}");
}
