using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace HilBench.Wire.Snmp;

/// <summary>The hashes of the user-based security model and their codes.</summary>
[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 3414 has SHA-1, and devices that know nothing newer are tested too.")]
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "RFC 3414 has MD5, and devices that know nothing newer are tested too.")]
internal static class UsmHash
{
    /// <summary>Octets of the authentication code in a message (RFC 3414 6.1 and 7.1, RFC 7860 4.1).</summary>
    public static int CodeLength(UsmAuthentication authentication) => authentication switch
    {
        UsmAuthentication.None => 0,
        UsmAuthentication.Md5 or UsmAuthentication.Sha1 => 12,
        UsmAuthentication.Sha224 => 16,
        UsmAuthentication.Sha256 => 24,
        UsmAuthentication.Sha384 => 32,
        _ => 48,
    };

    public static byte[] Of(UsmAuthentication authentication, ReadOnlySpan<byte> octets) => authentication switch
    {
        UsmAuthentication.Md5 => MD5.HashData(octets),
        UsmAuthentication.Sha1 => SHA1.HashData(octets),
        UsmAuthentication.Sha224 => Sha224.HashData(octets),
        UsmAuthentication.Sha256 => SHA256.HashData(octets),
        UsmAuthentication.Sha384 => SHA384.HashData(octets),
        UsmAuthentication.Sha512 => SHA512.HashData(octets),
        _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "There is no hash without authentication."),
    };

    /// <summary>The authentication code, cut to its length in a message.</summary>
    public static byte[] Code(UsmAuthentication authentication, ReadOnlySpan<byte> key, ReadOnlySpan<byte> octets)
    {
        var code = authentication switch
        {
            UsmAuthentication.Md5 => HMACMD5.HashData(key, octets),
            UsmAuthentication.Sha1 => HMACSHA1.HashData(key, octets),
            UsmAuthentication.Sha224 => Sha224.CodeData(key, octets),
            UsmAuthentication.Sha256 => HMACSHA256.HashData(key, octets),
            UsmAuthentication.Sha384 => HMACSHA384.HashData(key, octets),
            UsmAuthentication.Sha512 => HMACSHA512.HashData(key, octets),
            _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "There is no code without authentication."),
        };
        return code[..CodeLength(authentication)];
    }
}
