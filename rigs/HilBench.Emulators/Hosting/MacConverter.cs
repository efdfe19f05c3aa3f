using System.Collections.Immutable;
using System.Globalization;

namespace HilBench.Emulators.Hosting;

/// <summary>A MAC address: <c>02:00:00:00:10:01</c>.</summary>
internal sealed class MacConverter : TextConverter<ImmutableArray<byte>>
{
    private const int Octets = 6;

    private protected override (bool Valid, ImmutableArray<byte> Value) Parse(string text)
    {
        var parts = text.Split(':', Octets + 1);
        var mac = new byte[Octets];
        for (var i = 0; i < Octets; i++)
        {
            if (parts.Length != Octets || parts[i].Length != 2 || !byte.TryParse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out mac[i]))
            {
                return default;
            }
        }

        return (true, [.. mac]);
    }

    private protected override string Format(ImmutableArray<byte> value) => string.Join(':', value.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
}
