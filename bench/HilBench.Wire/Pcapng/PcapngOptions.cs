namespace HilBench.Wire.Pcapng;

/// <summary>Walks over the options at the end of a block (draft-ietf-opsawg-pcapng 3.5), up to the end mark or the first option that does not fit.</summary>
internal ref struct PcapngOptions(ReadOnlySpan<byte> octets, bool littleEndian)
{
    private ReadOnlySpan<byte> _rest = octets;

    public int Code { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        if (_rest.Length < 4)
        {
            return false;
        }

        Code = FileNumber.UInt16(_rest, littleEndian);
        var length = FileNumber.UInt16(_rest[2..], littleEndian);
        if (Code == 0 || length > _rest.Length - 4)
        {
            return false;
        }

        Value = _rest.Slice(4, length);
        _rest = _rest[Math.Min(_rest.Length, 4 + ((length + 3) & ~3))..];
        return true;
    }
}
