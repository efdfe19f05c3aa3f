using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace HilBench.Wire.Slcan;

/// <summary>
/// Frames as SLCAN (LAWICEL) writes them: <c>t iii l dd…</c> and <c>r iii l</c> for 11 bits, <c>T iiiiiiii l dd…</c> and <c>R iiiiiiii l</c> for 29,
/// with four more digits for the time when the adapter stamps.
/// </summary>
public static class SlcanText
{
    /// <summary>Ends a command, and is an answer: done.</summary>
    public const byte Done = 0x0D;

    /// <summary>The answer: not done.</summary>
    public const byte NotDone = 0x07;

    /// <summary>Milliseconds after which an adapter's time starts again: 60000.</summary>
    public const int TimeWraps = 60_000;

    private const int TimeDigits = 4;

    /// <summary>A frame with its carriage return.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="time">Milliseconds, 0 to 59999, or null without.</param>
    /// <exception cref="ArgumentException">The frame has too large an identifier or more than 8 octets.</exception>
    public static byte[] Encode(CanFrame frame, int? time = null)
    {
        if (frame.Id > (frame.Extended ? CanFrame.MaximumExtendedId : CanFrame.MaximumId) || frame.Data.Length > CanFrame.MaximumOctets)
        {
            throw new ArgumentException($"{frame} is no CAN frame: the identifier has {(frame.Extended ? 29 : 11)} bits, the data at most 8 octets.", nameof(frame));
        }

        var letter = (frame.Extended, frame.Remote) switch
        {
            (false, false) => 't',
            (true, false) => 'T',
            (false, true) => 'r',
            (true, true) => 'R',
        };
        var id = frame.Id.ToString(frame.Extended ? "X8" : "X3", CultureInfo.InvariantCulture);
        var data = frame.Remote ? "" : Convert.ToHexString(frame.Data.Span);
        var stamp = time is { } milliseconds ? (milliseconds % TimeWraps).ToString("X4", CultureInfo.InvariantCulture) : "";
        return Encoding.ASCII.GetBytes($"{letter}{id}{frame.Data.Length}{data}{stamp}\r");
    }

    /// <summary>Whether a line is meant as a frame.</summary>
    public static bool IsFrame(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] is (byte)'t' or (byte)'T' or (byte)'r' or (byte)'R';

    /// <summary>Reads a frame.</summary>
    /// <param name="line">The line without its carriage return.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="time">Milliseconds of the adapter's time; null when it does not stamp.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(
        ReadOnlySpan<byte> line, [NotNullWhen(true)] out CanFrame? frame, out int? time, [NotNullWhen(false)] out WireError? error)
    {
        frame = null;
        time = null;
        error = null;
        var (extended, remote) = line.Length > 0 ? ((char)line[0] is 'T' or 'R', (char)line[0] is 'r' or 'R') : (false, false);
        var digits = extended ? 8 : 3;
        if (!IsFrame(line) || line.Length < digits + 2 || !TryHex(line.Slice(1, digits), out var id))
        {
            error = new WireError("expected a CAN frame: t or r with 3 digits of identifier, or T or R with 8, then the number of octets", 0);
            return false;
        }

        if (id > (extended ? CanFrame.MaximumExtendedId : CanFrame.MaximumId))
        {
            error = new WireError($"identifier {id:X} has more than {(extended ? 29 : 11)} bits", 1);
            return false;
        }

        var count = line[digits + 1] - '0';
        var rest = line[(digits + 2)..];
        var octets = remote ? 0 : count;
        if (count is < 0 or > CanFrame.MaximumOctets || (rest.Length != 2 * octets && rest.Length != (2 * octets) + TimeDigits))
        {
            error = new WireError($"expected the number of octets, 0 to 8, then two digits for each and four or none for the time; found '{Encoding.ASCII.GetString(line[(digits + 1)..])}'", digits + 1);
            return false;
        }

        var data = new byte[count];
        for (var i = 0; i < octets; i++)
        {
            if (!TryHex(rest.Slice(2 * i, 2), out var octet))
            {
                error = new WireError("an octet of the data is not two hexadecimal digits", digits + 2 + (2 * i));
                return false;
            }

            data[i] = (byte)octet;
        }

        if (rest.Length > 2 * octets)
        {
            if (!TryHex(rest[(2 * octets)..], out var milliseconds))
            {
                error = new WireError("the time is not four hexadecimal digits", digits + 2 + (2 * octets));
                return false;
            }

            time = (int)milliseconds;
        }

        frame = new CanFrame(id, data, extended, remote);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out uint number) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
