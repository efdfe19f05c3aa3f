namespace HilBench.Wire.Ieee1609;

/// <summary>Walks over the octets of a WSMP header; every step says whether the octets were there.</summary>
internal ref struct WsmpReader(ReadOnlySpan<byte> octets)
{
    private readonly ReadOnlySpan<byte> _octets = octets;

    public int Offset { get; private set; }

    public readonly int Remaining => _octets.Length - Offset;

    public bool TryOctet(out byte octet)
    {
        octet = 0;
        if (Remaining == 0)
        {
            return false;
        }

        octet = _octets[Offset++];
        return true;
    }

    public bool TryPsid(out Psid psid)
    {
        if (!Psid.TryRead(_octets[Offset..], out psid, out var length))
        {
            return false;
        }

        Offset += length;
        return true;
    }

    // X.691 11.9.3: one octet below 128, two octets 10xxxxxx xxxxxxxx up to 16383.
    public bool TryLength(out int length)
    {
        length = 0;
        if (!TryOctet(out var first) || first >= 0xC0)
        {
            return false;
        }

        if (first < 0x80)
        {
            length = first;
            return true;
        }

        var enough = TryOctet(out var second);
        length = ((first & 0x3F) << 8) | second;
        return enough;
    }

    public bool TryExtensions(out List<WsmpExtension> extensions)
    {
        extensions = [];
        if (!TryLength(out var count) || count > Remaining / 2)
        {
            return false;
        }

        for (var index = 0; index < count; index++)
        {
            if (!TryOctet(out var id) || !TryLength(out var length) || length > Remaining)
            {
                return false;
            }

            extensions.Add(new WsmpExtension(id, Take(length)));
        }

        return true;
    }

    public byte[] Take(int length)
    {
        var taken = _octets.Slice(Offset, length).ToArray();
        Offset += length;
        return taken;
    }
}
