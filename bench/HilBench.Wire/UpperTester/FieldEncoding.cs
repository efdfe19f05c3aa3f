using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Reads and writes one field.</summary>
internal static class FieldEncoding
{
    public static void Write(List<byte> octets, MessageLayout message, FieldLayout field, FieldValues values, string profile)
    {
        switch (field.Kind)
        {
            case FieldKind.Zero:
                octets.AddRange(new byte[field.Size]);
                break;
            case FieldKind.Octets or FieldKind.Counted:
                WriteOctets(octets, message, field, values.Octets(field.Name) ?? default, profile);
                break;
            default:
                WriteNumber(octets, message, field, Number(message, field, values), profile);
                break;
        }
    }

    /// <summary>Reads a field at the beginning of what is left, which has at least its fixed octets.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Read(ReadOnlySpan<byte> rest, MessageLayout message, FieldLayout field, FieldValues values, out int length)
    {
        length = field.FixedSize;
        switch (field.Kind)
        {
            case FieldKind.Zero:
                return null;
            case FieldKind.Octets:
                values.Set(field.Name, new OctetString(rest[..length]));
                return null;
            case FieldKind.Counted:
                var count = (int)Unsigned(rest[..field.Size]);
                if (rest.Length - length < count)
                {
                    return $"{message.Name}: the length of {field.Name} is {count}, {rest.Length - length} octets follow";
                }

                values.Set(field.Name, new OctetString(rest.Slice(length, count)));
                length += count;
                return null;
            case FieldKind.Bits or FieldKind.ReversedBits when (rest[0] & (0xFF >> field.Size)) != 0:
                return $"{message.Name}: {field.Name} has {field.Size} bits at the high end of its octet and zeros behind them; found {rest[0]:X2}";
            case FieldKind.Boolean when rest[0] != 0 && rest[0] != field.TrueValue:
                return $"{message.Name}: {field.Name} is 00 or {field.TrueValue:X2}; found {rest[0]:X2}";
            default:
                values.Set(field.Name == FieldNames.Change ? FieldNames.Value : field.Name, ReadNumber(rest[..length], field));
                values.IsChange |= field.Name == FieldNames.Change;
                return null;
        }
    }

    private static long Number(MessageLayout message, FieldLayout field, FieldValues values) => field.Name switch
    {
        FieldNames.Flags => message.Fields.Where(other => other.Flag != 0 && values.Number(other.Name) is not null).Aggregate(0, (flags, other) => flags | other.Flag),
        FieldNames.Change => values.NumberOr(FieldNames.Value, 0),
        _ => values.NumberOr(field.Name, 0),
    };

    private static long ReadNumber(ReadOnlySpan<byte> octets, FieldLayout field)
    {
        var number = Unsigned(octets);
        return field.Kind switch
        {
            FieldKind.Signed => (number << (64 - (8 * octets.Length))) >> (64 - (8 * octets.Length)),
            FieldKind.Boolean => number == 0 ? 0 : 1,
            FieldKind.Bits => number >> (8 - field.Size),
            FieldKind.ReversedBits => Reverse((int)number >> (8 - field.Size), field.Size),
            _ => number,
        };
    }

    private static void WriteNumber(List<byte> octets, MessageLayout message, FieldLayout field, long value, string profile)
    {
        var (least, greatest) = field.Kind switch
        {
            FieldKind.Signed => (-(1L << ((8 * field.Size) - 1)), (1L << ((8 * field.Size) - 1)) - 1),
            FieldKind.Unsigned => (0, (1L << (8 * field.Size)) - 1),
            FieldKind.Boolean => (0, 1),
            _ => (0, (1L << field.Size) - 1),
        };
        if (value < least || value > greatest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"{message.Name}: {field.Name} has {least} to {greatest} in the profile {profile}."));
        }

        var number = field.Kind switch
        {
            FieldKind.Boolean => value * field.TrueValue,
            FieldKind.Bits => value << (8 - field.Size),
            FieldKind.ReversedBits => Reverse((int)value, field.Size) << (8 - field.Size),
            _ => value,
        };
        for (var shift = 8 * (field.FixedSize - 1); shift >= 0; shift -= 8)
        {
            octets.Add((byte)(number >> shift));
        }
    }

    private static void WriteOctets(List<byte> octets, MessageLayout message, FieldLayout field, OctetString value, string profile)
    {
        var longest = field.Kind == FieldKind.Octets ? field.Size : (1 << (8 * field.Size)) - 1;
        if (value.Length > longest || (field.Kind == FieldKind.Octets && value.Length != longest))
        {
            throw new ArgumentException($"{message.Name}: {field.Name} has {(field.Kind == FieldKind.Octets ? string.Empty : "at most ")}{longest} octets in the profile {profile}; found {value.Length}.", nameof(value));
        }

        if (field.Kind == FieldKind.Counted)
        {
            for (var shift = 8 * (field.Size - 1); shift >= 0; shift -= 8)
            {
                octets.Add((byte)(value.Length >> shift));
            }
        }

        octets.AddRange(value.Span);
    }

    private static long Unsigned(ReadOnlySpan<byte> octets)
    {
        long number = 0;
        foreach (var octet in octets)
        {
            number = (number << 8) | octet;
        }

        return number;
    }

    private static int Reverse(int bits, int count)
    {
        var reversed = 0;
        for (var i = 0; i < count; i++)
        {
            reversed |= ((bits >> i) & 1) << (count - 1 - i);
        }

        return reversed;
    }
}
