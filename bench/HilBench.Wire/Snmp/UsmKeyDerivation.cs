namespace HilBench.Wire.Snmp;

/// <summary>From passwords to keys (RFC 3414 2.6 and appendix A; RFC 7860 9.3; drafts of Blumenthal and Reeder for AES-256).</summary>
internal static class UsmKeyDerivation
{
    private const int ExpandedOctets = 1 << 20;

    /// <summary>The key of a password: the hash of the password repeated to 1 MiB.</summary>
    public static byte[] OfPassword(UsmAuthentication authentication, ReadOnlySpan<byte> password)
    {
        var expanded = new byte[ExpandedOctets];
        password[..Math.Min(password.Length, ExpandedOctets)].CopyTo(expanded);
        for (var filled = password.Length; filled < ExpandedOctets; filled *= 2)
        {
            // What is there already is whole passwords, so that it may be repeated as it is.
            expanded.AsSpan(0, Math.Min(filled, ExpandedOctets - filled)).CopyTo(expanded.AsSpan(filled));
        }

        return UsmHash.Of(authentication, expanded);
    }

    /// <summary>The key of an engine: the hash of key, engine id and key.</summary>
    public static byte[] Localize(UsmAuthentication authentication, ReadOnlySpan<byte> key, EngineId engine) =>
        UsmHash.Of(authentication, [.. key, .. engine.Octets, .. key]);

    /// <summary>A privacy key of the length that the cipher needs.</summary>
    public static byte[] Extend(UsmAuthentication authentication, UsmPrivacy privacy, byte[] key, EngineId engine)
    {
        var length = privacy == UsmPrivacy.Aes128 ? 16 : 32;
        if (key.Length < length)
        {
            key = privacy == UsmPrivacy.Aes256Reeder
                ? [.. key, .. Localize(authentication, OfPassword(authentication, key), engine)]
                : [.. key, .. UsmHash.Of(authentication, key)];
        }

        return key[..length];
    }
}
