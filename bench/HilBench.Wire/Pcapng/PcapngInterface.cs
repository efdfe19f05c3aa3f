using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace HilBench.Wire.Pcapng;

/// <summary>An interface of a capture file (draft-ietf-opsawg-pcapng 4.2).</summary>
/// <param name="LinkType">LINKTYPE number of its frames.</param>
/// <param name="Name">Its name; null when the file has none.</param>
/// <param name="Description">Its description; null when the file has none.</param>
/// <param name="UnitsPerSecond">Time stamp units in a second.</param>
/// <param name="OffsetSeconds">Seconds to add to every time stamp.</param>
public sealed record PcapngInterface(ushort LinkType, string? Name, string? Description, ulong UnitsPerSecond, long OffsetSeconds)
{
    private const ulong Microseconds = 1_000_000;
    private const ulong Nanoseconds = 1_000_000_000;

    /// <summary>Reads the body of an interface description block; options that make no sense are passed over.</summary>
    /// <param name="body">The block between its length fields.</param>
    /// <param name="littleEndian">Byte order of the section.</param>
    /// <param name="description">The interface.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> body, bool littleEndian, [NotNullWhen(true)] out PcapngInterface? description, [NotNullWhen(false)] out WireError? error)
    {
        description = null;
        error = null;
        if (body.Length < 8)
        {
            error = new WireError($"an interface description has at least 8 octets, this one {body.Length}", 0);
            return false;
        }

        description = new PcapngInterface(FileNumber.UInt16(body, littleEndian), null, null, Microseconds, 0);
        var options = new PcapngOptions(body[8..], littleEndian);
        while (options.MoveNext())
        {
            description = (options.Code, options.Value.Length) switch
            {
                (2, _) => description with { Name = Encoding.UTF8.GetString(options.Value) },
                (3, _) => description with { Description = Encoding.UTF8.GetString(options.Value) },
                (9, 1) => description with { UnitsPerSecond = Resolution(options.Value[0]) },
                (14, 8) => description with { OffsetSeconds = FileNumber.Int64(options.Value, littleEndian) },
                _ => description,
            };
        }

        return true;
    }

    /// <summary>A time stamp of this interface in ns since 1970, rounded down; the nearest that fits in 64 bits where it does not.</summary>
    /// <param name="stamp">The stamp, in units of the interface.</param>
    public long ToUnixNanoseconds(ulong stamp)
    {
        if (UnitsPerSecond == Nanoseconds && OffsetSeconds == 0 && stamp <= long.MaxValue)
        {
            return (long)stamp;
        }

        // 2⁶⁴ units × 10⁹ and 2⁶³ s × 10⁹ both stay below 2⁹⁴.
        var nanoseconds = ((Int128)stamp * Nanoseconds / UnitsPerSecond) + ((Int128)OffsetSeconds * Nanoseconds);
        return (long)Int128.Clamp(nanoseconds, long.MinValue, long.MaxValue);
    }

    // if_tsresol: bit 7 set is a negative power of two, else of ten. Powers that no 64-bit stamp can use are taken as the finest possible.
    private static ulong Resolution(byte resolution)
    {
        var power = resolution & 0x7F;
        if ((resolution & 0x80) != 0)
        {
            return 1UL << Math.Min(power, 63);
        }

        ulong units = 1;
        for (var i = 0; i < Math.Min(power, 19); i++)
        {
            units *= 10;
        }

        return units;
    }
}
