using System.Globalization;

namespace HilBench.Wire.UpperTester;

/// <summary>One field of a message, as a profile table has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How its octets are made.</param>
/// <param name="Size">Octets; for <see cref="FieldKind.Counted"/> those of the length, for bits their number.</param>
/// <param name="TrueValue">The octet for true of <see cref="FieldKind.Boolean"/>.</param>
/// <param name="Flag">Bit of the flags that says that the field is there; 0 for a field that is always there.</param>
internal sealed record FieldLayout(string Name, FieldKind Kind, int Size, byte TrueValue, int Flag)
{
    /// <summary>Every type that a table can name.</summary>
    public static readonly string[] Types =
    [
        "u8", "u16", "u24", "u32", "u48", "i8", "i16", "i32", "bool", "boolFF", "bits2", "bits7", "bits8", "bits2-reversed", "octets8", "counted8", "counted16", "zero3",
    ];

    /// <summary>Octets of the field without those that a length counts.</summary>
    public int FixedSize => Kind is FieldKind.Bits or FieldKind.ReversedBits ? 1 : Size;

    /// <summary>Reads for example <c>validity-duration:u24/80</c>.</summary>
    /// <returns>Null, with the reason, when it is none.</returns>
    public static FieldLayout? Parse(string text, out string? error)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var type = colon < 0 ? string.Empty : text[(colon + 1)..(slash < colon ? text.Length : slash)];
        var flag = 0;
        if (slash > 0 && !(int.TryParse(text.AsSpan(slash + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out flag) && flag is > 0 and <= 0x80))
        {
            error = $"'{text}' ends with a flag that is no hexadecimal number from 1 to 80";
            return null;
        }

        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            error = $"'{text}' is no field; expected name:type with one of the types {string.Join(", ", Types)}";
            return null;
        }

        error = null;
        var name = text[..colon];
        return type switch
        {
            "bool" => new FieldLayout(name, FieldKind.Boolean, 1, 0x01, flag),
            "boolFF" => new FieldLayout(name, FieldKind.Boolean, 1, 0xFF, flag),
            "bits2-reversed" => new FieldLayout(name, FieldKind.ReversedBits, 2, 0, flag),
            ['b', ..] => new FieldLayout(name, FieldKind.Bits, type[^1] - '0', 0, flag),
            "octets8" => new FieldLayout(name, FieldKind.Octets, 8, 0, flag),
            "zero3" => new FieldLayout(name, FieldKind.Zero, 3, 0, flag),
            "counted8" => new FieldLayout(name, FieldKind.Counted, 1, 0, flag),
            "counted16" => new FieldLayout(name, FieldKind.Counted, 2, 0, flag),
            ['i', ..] => new FieldLayout(name, FieldKind.Signed, int.Parse(type.AsSpan(1), CultureInfo.InvariantCulture) / 8, 0, flag),
            _ => new FieldLayout(name, FieldKind.Unsigned, int.Parse(type.AsSpan(1), CultureInfo.InvariantCulture) / 8, 0, flag),
        };
    }
}
