using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.GbT20999;

/// <summary>
/// The escapes of GB/T 20999 on TCP and RS-232: 5C goes before 7E, 7D and 5C between a frame's first and last octet, after the CRC was made. None on UDP.
/// </summary>
public static class GbEscape
{
    /// <summary>The escape.</summary>
    public const byte Mark = 0x5C;

    /// <summary>Puts the escapes in.</summary>
    /// <param name="frame">A frame from 7E to 7D.</param>
    public static byte[] Add(ReadOnlySpan<byte> frame)
    {
        var octets = new List<byte>(frame.Length + 8);
        for (var index = 0; index < frame.Length; index++)
        {
            var inside = index > 0 && index < frame.Length - 1;
            if (inside && frame[index] is (GbFrame.Start or GbFrame.End or Mark))
            {
                octets.Add(Mark);
            }

            octets.Add(frame[index]);
        }

        return [.. octets];
    }

    /// <summary>Takes the escapes out of one frame.</summary>
    /// <param name="octets">An escaped frame from 7E to 7D.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryRemove(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out byte[]? frame, [NotNullWhen(false)] out WireError? error)
    {
        frame = null;
        error = null;
        if (octets is not [GbFrame.Start, .., GbFrame.End])
        {
            error = new WireError("an escaped GB/T 20999 frame begins with 0x7E and ends with 0x7D", 0);
            return false;
        }

        var plain = new List<byte>(octets.Length) { GbFrame.Start };
        for (var index = 1; index < octets.Length - 1; index++)
        {
            if (octets[index] == Mark && index + 1 < octets.Length - 1)
            {
                index++;
            }
            else if (octets[index] is GbFrame.Start or GbFrame.End or Mark)
            {
                error = new WireError($"found 0x{octets[index]:X2} inside a frame without the escape 0x5C before it", index);
                return false;
            }

            plain.Add(octets[index]);
        }

        plain.Add(GbFrame.End);
        frame = [.. plain];
        return true;
    }
}
