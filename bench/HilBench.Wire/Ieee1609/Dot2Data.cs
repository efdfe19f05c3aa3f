using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Ieee1609;

/// <summary>Ieee1609Dot2Data with unsecured content, in canonical OER: 03 80, length, octets (IEEE 1609.2-2022 6.3.4).</summary>
public static class Dot2Data
{
    private const byte ProtocolVersion = 3;
    private const byte UnsecuredData = 0x80;

    /// <summary>Wraps a message as unsecured data.</summary>
    /// <param name="message">The message, at most 65 535 octets.</param>
    public static byte[] WrapUnsecured(ReadOnlySpan<byte> message)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, ushort.MaxValue, nameof(message));
        ReadOnlySpan<byte> length = message.Length switch
        {
            < 0x80 => [(byte)message.Length],
            < 0x100 => [0x81, (byte)message.Length],
            _ => [0x82, (byte)(message.Length >> 8), (byte)message.Length],
        };
        return [ProtocolVersion, UnsecuredData, .. length, .. message];
    }

    /// <summary>Takes the message out of unsecured data.</summary>
    /// <param name="data">The wrapper and nothing after it.</param>
    /// <param name="message">The message; a copy.</param>
    /// <param name="error">Why there is none: another version, signed or encrypted content, a wrong length.</param>
    public static bool TryUnwrap(ReadOnlySpan<byte> data, [NotNullWhen(true)] out byte[]? message, [NotNullWhen(false)] out WireError? error)
    {
        message = null;
        error = null;
        if (data.Length < 3 || data[0] != ProtocolVersion)
        {
            error = new WireError("expected Ieee1609Dot2Data of version 3 (03 80 length …)", 0);
            return false;
        }

        if (data[1] != UnsecuredData)
        {
            error = new WireError($"content choice 0x{data[1]:X2} ({ContentName(data[1])}), expected 0x80 (unsecuredData)", 1);
            return false;
        }

        var lengthOctets = data[2] < 0x80 ? 0 : data[2] & 0x7F;
        if (lengthOctets > 4 || data.Length < 3 + lengthOctets || data[2] == 0x80)
        {
            error = new WireError($"length octet 0x{data[2]:X2} that does not fit the {data.Length} octets there are", 2);
            return false;
        }

        var length = lengthOctets == 0 ? data[2] : 0L;
        foreach (var octet in data.Slice(3, lengthOctets))
        {
            length = (length << 8) | octet;
        }

        var rest = data[(3 + lengthOctets)..];
        if (length != rest.Length)
        {
            error = new WireError($"the length says {length} octets, {rest.Length} follow", 2);
            return false;
        }

        message = rest.ToArray();
        return true;
    }

    private static string ContentName(byte choice) => choice switch
    {
        0x81 => "signedData",
        0x82 => "encryptedData",
        0x83 => "signedCertificateRequest",
        _ => "unknown",
    };
}
