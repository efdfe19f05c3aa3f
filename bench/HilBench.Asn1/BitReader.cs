using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

/// <summary>Reads bits from a message. Positions are bits from the start of the message, 0 = most significant bit of the first octet.</summary>
public ref struct BitReader
{
    /// <summary>How deep a type that contains itself may be nested.</summary>
    public const int MaximumRecursion = 64;

    private ReadOnlySpan<byte> _data;
    private int _position;
    private int _limit;
    private int _origin;
    private int _recursion;
    private int _emptyItems;

    /// <summary>Starts at the first bit.</summary>
    /// <param name="message">The message, at most 256 MiB.</param>
    /// <exception cref="Asn1ContentException">The message is longer.</exception>
    public BitReader(ReadOnlySpan<byte> message)
    {
        if (message.Length > int.MaxValue / 8)
        {
            throw new Asn1ContentException("A message has at most 268435455 octets.", string.Empty, 0);
        }

        _data = message;
        _limit = message.Length * 8;
        _emptyItems = _limit + 64;
    }

    /// <summary>Starts at the first bit of a message with room behind it, so that its last octets are read as fast as the others.</summary>
    /// <param name="padded">The message and at least 8 octets more.</param>
    /// <param name="length">Octets of the message.</param>
    internal BitReader(ReadOnlySpan<byte> padded, int length)
    {
        _data = padded;
        _limit = length * 8;
        _emptyItems = _limit + 64;
    }

    /// <summary>The next bit.</summary>
    public readonly int Position => _origin + _position;

    /// <summary>Bits left, up to the end of the open type that is being read.</summary>
    public readonly int Remaining => _limit - _position;

    /// <summary>Whether a constraint was broken while nobody listened: decode again with a trace to learn which.</summary>
    internal bool IsViolated { get; private set; }

    /// <summary>Reads one bit.</summary>
    /// <exception cref="Asn1ContentException">No bit is left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadBit()
    {
        var position = _position;
        if (position >= _limit)
        {
            ThrowTruncated(1);
        }

        _position = position + 1;
        return (_data[position >> 3] & (0x80 >> (position & 7))) != 0;
    }

    /// <summary>Reads bits as an unsigned number.</summary>
    /// <param name="count">0 to 64.</param>
    /// <exception cref="Asn1ContentException">Fewer bits are left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadBits(int count)
    {
        var position = _position;
        var index = position >> 3;
        var shift = position & 7;
        if (count > 0 && (count <= 57 || shift + count <= 64) && position + count <= _limit && index + 8 <= _data.Length)
        {
            _position = position + count;
            return BinaryPrimitives.ReadUInt64BigEndian(_data[index..]) << shift >> (64 - count);
        }

        return ReadLastBits(count);
    }

    /// <summary>Reads an octet; the reader stands at the beginning of one.</summary>
    /// <exception cref="Asn1ContentException">No octet is left.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadOctet()
    {
        var position = _position;
        if (_limit - position < 8)
        {
            ThrowTruncated(8);
        }

        _position = position + 8;
        return _data[position >> 3];
    }

    /// <summary>Reads bits into new octets, left-aligned; unused bits of the last octet are 0.</summary>
    /// <param name="bits">Number of bits.</param>
    /// <exception cref="Asn1ContentException">Fewer bits are left; nothing is allocated.</exception>
    public byte[] ReadOctets(long bits)
    {
        if (bits > _limit - _position)
        {
            ThrowTruncated(bits);
        }

        if (bits == 0)
        {
            return [];
        }

        var octets = new byte[(int)((bits + 7) / 8)];
        CopyBits(octets, (int)bits);
        return octets;
    }

    /// <summary>
    /// Reads the length of an open type and narrows the reader to its contents. When fewer bits are left than the length says, it narrows to
    /// those, so that the fault is told at the member where they end; <see cref="Uper.EndOpenType"/> throws at the latest.
    /// </summary>
    /// <returns>To be given to <see cref="EndOpenType"/>.</returns>
    /// <exception cref="Asn1ContentException">Fewer bits are left than the lengths of fragments say.</exception>
    public OpenTypeScope BeginOpenType()
    {
        var length = Uper.ReadLength(ref this, out var more);
        if (more)
        {
            return BeginFragmented(length);
        }

        return BeginOctets(length);
    }

    /// <summary>Narrows the reader to so many octets, or to those that are left, as <see cref="BeginOpenType"/> does.</summary>
    /// <param name="length">Number of octets.</param>
    /// <returns>To be given to <see cref="EndOpenType"/>.</returns>
    public OpenTypeScope BeginOctets(int length)
    {
        var end = (int)Math.Min(_position + (length * 8L), _limit);
        var scope = new OpenTypeScope(_data, Position, end, _limit, _origin, missing: (int)Math.Min((length * 8L) - (end - _position), int.MaxValue));
        _limit = end;
        return scope;
    }

    /// <summary>Goes on behind an open type, wherever reading of its contents ended.</summary>
    /// <param name="scope">What <see cref="BeginOpenType"/> returned.</param>
    public void EndOpenType(in OpenTypeScope scope)
    {
        _data = scope.Data;
        _position = scope.Resume;
        _limit = scope.Limit;
        _origin = scope.Origin;
    }

    /// <summary>Enters a type that contains itself.</summary>
    /// <exception cref="Asn1ContentException">Nested deeper than <see cref="MaximumRecursion"/>.</exception>
    public void EnterRecursion()
    {
        if (++_recursion > MaximumRecursion)
        {
            Throw(string.Create(CultureInfo.InvariantCulture, $"The type contains itself more than {MaximumRecursion} levels deep."));
        }
    }

    /// <summary>Leaves a type that contains itself.</summary>
    public void LeaveRecursion() => _recursion--;

    /// <summary>Checks that so many bits are left.</summary>
    /// <exception cref="Asn1ContentException">Fewer bits are left.</exception>
    internal readonly void Require(long bits)
    {
        if (bits > _limit - _position)
        {
            ThrowTruncated(bits);
        }
    }

    /// <summary>Checks a count of items before anything is allocated for them.</summary>
    internal void RequireItems(int count, int minimumBits)
    {
        if (minimumBits > 0)
        {
            Require((long)count * minimumBits);
            return;
        }

        _emptyItems -= count;
        if (_emptyItems < 0)
        {
            Throw(string.Create(CultureInfo.InvariantCulture, $"A list of {count} items that take no bits is longer than the message justifies."));
        }
    }

    internal void MarkViolated() => IsViolated = true;

    /// <summary>The bits as text, see <see cref="DecodeNode"/>.</summary>
    internal readonly string RawText(int start, int end)
    {
        const int LongestBinary = 32;
        const int LongestHexadecimal = 64 * 8;
        var length = end - start;
        var from = start - _origin;
        if (from < 0 || length < 0)
        {
            return string.Empty;
        }

        var copy = this;
        copy._position = from;
        copy._limit = end - _origin;
        if (length <= LongestBinary)
        {
            return BitString.Own(copy.ReadOctets(length), length).ToString();
        }

        var hexadecimal = Convert.ToHexString(copy.ReadOctets(Math.Min(length, LongestHexadecimal)));
        return length > LongestHexadecimal ? hexadecimal + "…" : hexadecimal;
    }

    /// <summary>The octets from a position to the next bit, in hexadecimal digits.</summary>
    internal readonly string OctetsFrom(int start)
    {
        var copy = this;
        copy._position = start - _origin;
        return Convert.ToHexString(copy.ReadOctets(Math.Min(Position - start, 64 * 8)));
    }

    /// <summary>Peeks at a bit of the current contents, by <see cref="Position"/>.</summary>
    internal readonly bool BitAt(int position)
    {
        var index = position - _origin;
        return (_data[index >> 3] & (0x80 >> (index & 7))) != 0;
    }

    /// <summary>Moves behind bits that are looked at with <see cref="BitAt"/>.</summary>
    internal void Skip(int bits)
    {
        Require(bits);
        _position += bits;
    }

    [DoesNotReturn]
    internal readonly void Throw(string message) => throw new Asn1ContentException(message, string.Empty, Position);

    // Near the end of the message, or more than a number of 64 bits holds behind the shift.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong ReadLastBits(int count)
    {
        if (count > _limit - _position)
        {
            ThrowTruncated(count);
        }

        if (count == 0)
        {
            return 0;
        }

        var data = _data;
        var index = _position >> 3;
        var shift = _position & 7;
        _position += count;
        var extra = 8 * (index + 8 - data.Length);
        if (shift + count > 64 && extra < 0)
        {
            return ((BinaryPrimitives.ReadUInt64BigEndian(data[index..]) << shift) | (uint)(data[index + 8] >> (8 - shift))) >> (64 - count);
        }

        return data.Length >= 8 && extra >= 0 && shift + count <= 64
            ? BinaryPrimitives.ReadUInt64BigEndian(data[^8..]) << (shift + extra) >> (64 - count)
            : Gather(data[index..], shift, count);
    }

    private static ulong Gather(ReadOnlySpan<byte> octets, int shift, int count)
    {
        ulong value = (uint)(octets[0] & (0xFF >> shift));
        var have = 8 - shift;
        var index = 1;
        while (have < count)
        {
            var take = Math.Min(8, count - have);
            value = (value << take) | (uint)(octets[index++] >> (8 - take));
            have += take;
        }

        return value >> (have - count);
    }

    [DoesNotReturn]
    private readonly void ThrowTruncated(long bits) => Throw(string.Create(
        CultureInfo.InvariantCulture,
        $"{bits} more bits were expected, {Remaining} are left."));

    private OpenTypeScope BeginFragmented(int length)
    {
        var start = Position;
        var contents = Uper.ReadFragments(ref this, length);
        var scope = new OpenTypeScope(_data, start, _position, _limit, _origin, missing: 0);
        _data = contents;
        _position = 0;
        _limit = contents.Length * 8;
        _origin = start;
        return scope;
    }

    private void CopyBits(Span<byte> octets, int bits)
    {
        var shift = _position & 7;
        var source = _data[(_position >> 3)..];
        if (shift == 0)
        {
            source[..octets.Length].CopyTo(octets);
        }
        else
        {
            for (var i = 0; i < octets.Length; i++)
            {
                var next = i + 1 < source.Length ? source[i + 1] : 0;
                octets[i] = (byte)((source[i] << shift) | (next >> (8 - shift)));
            }
        }

        if ((bits & 7) != 0)
        {
            octets[^1] &= (byte)(0xFF00 >> (bits & 7));
        }

        _position += bits;
    }
}
