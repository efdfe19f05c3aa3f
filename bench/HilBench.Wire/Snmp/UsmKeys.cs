using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HilBench.Wire.Snmp;

/// <summary>The keys of one user for one engine. They are not printed.</summary>
public sealed class UsmKeys
{
    private const int BlockOctets = 16;
    private readonly byte[] _authenticationKey;
    private readonly byte[] _privacyKey;

    internal UsmKeys(UsmAuthentication authentication, UsmPrivacy privacy, byte[] authenticationKey, byte[] privacyKey)
    {
        Authentication = authentication;
        Privacy = privacy;
        _authenticationKey = authenticationKey;
        _privacyKey = privacyKey;
    }

    /// <summary>How messages are authenticated.</summary>
    public UsmAuthentication Authentication { get; }

    /// <summary>How messages are encrypted.</summary>
    public UsmPrivacy Privacy { get; }

    /// <summary>Octets of the authentication code in a message.</summary>
    public int CodeLength => UsmHash.CodeLength(Authentication);

    internal byte[] Code(ReadOnlySpan<byte> message) => UsmHash.Code(Authentication, _authenticationKey, message);

    internal byte[] Encrypt(ReadOnlySpan<byte> octets, int boots, int time, ReadOnlySpan<byte> salt) => Transform(octets, boots, time, salt, encrypts: true);

    internal byte[] Decrypt(ReadOnlySpan<byte> octets, int boots, int time, ReadOnlySpan<byte> salt) => Transform(octets, boots, time, salt, encrypts: false);

    // RFC 3826 3.1.2.1: the initialization vector is boots, time and salt. The runtime wants whole blocks; CFB lets zeros be added and cut off.
    private byte[] Transform(ReadOnlySpan<byte> octets, int boots, int time, ReadOnlySpan<byte> salt, bool encrypts)
    {
        Span<byte> vector = stackalloc byte[BlockOctets];
        BinaryPrimitives.WriteInt32BigEndian(vector, boots);
        BinaryPrimitives.WriteInt32BigEndian(vector[4..], time);
        salt.CopyTo(vector[8..]);
        var padded = new byte[(octets.Length + BlockOctets - 1) / BlockOctets * BlockOctets];
        octets.CopyTo(padded);
        using var aes = Aes.Create();
        aes.Key = _privacyKey;
        var result = encrypts
            ? aes.EncryptCfb(padded, vector, PaddingMode.None, 8 * BlockOctets)
            : aes.DecryptCfb(padded, vector, PaddingMode.None, 8 * BlockOctets);
        return result[..octets.Length];
    }
}
