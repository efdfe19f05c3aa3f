using System.Buffers.Binary;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

/// <summary>Writes bits of a message.</summary>
public ref struct BitWriter
{
    /// <summary>How deep a type that contains itself may be nested.</summary>
    public const int MaximumRecursion = BitReader.MaximumRecursion;

    private readonly EncodePath? _path;
    private readonly bool _grows;
    private Span<byte> _buffer;
    private byte[]? _rented;
    private int _position;
    private int _recursion;

    /// <summary>Writes to a destination of fixed length.</summary>
    /// <param name="destination">Where to write.</param>
    public BitWriter(Span<byte> destination)
        : this(destination, path: null)
    {
    }

    internal BitWriter(Span<byte> destination, EncodePath? path)
    {
        _buffer = destination;
        _path = path;
    }

    internal BitWriter(int capacity, EncodePath? path)
    {
        _rented = ArrayPool<byte>.Shared.Rent(capacity);
        _buffer = _rented;
        _grows = true;
        _path = path;
    }

    /// <summary>Bits written.</summary>
    public readonly int Position => _position;

    /// <summary>Octets written, the last one padded.</summary>
    internal readonly ReadOnlySpan<byte> Written => _buffer[..((_position + 7) / 8)];

    internal readonly bool KnowsPath => _path is not null;

    /// <summary>Writes one bit.</summary>
    /// <param name="bit">The bit.</param>
    public void WriteBit(bool bit) => WriteBits(bit ? 1UL : 0UL, 1);

    /// <summary>Writes the low bits of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="count">0 to 64.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    public void WriteBits(ulong value, int count)
    {
        Reserve(count);
        var shift = _position & 7;
        var rest = _buffer[(_position >> 3)..];
        if (count > 0 && shift + count <= 64 && rest.Length >= 8)
        {
            // All at once: what stands before is kept, what follows is not written yet.
            var before = ((ulong)rest[0] << 56) & ~(ulong.MaxValue >> shift);
            BinaryPrimitives.WriteUInt64BigEndian(rest, before | (value << (64 - count) >> shift));
            _position += count;
            return;
        }

        while (count > 0)
        {
            var free = 8 - (_position & 7);
            var take = Math.Min(free, count);
            var chunk = (int)(value >> (count - take)) & ((1 << take) - 1);
            ref var octet = ref _buffer[_position >> 3];
            if (free == 8)
            {
                octet = 0;
            }

            octet |= (byte)(chunk << (free - take));
            _position += take;
            count -= take;
        }
    }

    /// <summary>Writes octets.</summary>
    /// <param name="octets">The octets.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    public void WriteOctets(ReadOnlySpan<byte> octets)
    {
        Reserve(octets.Length * 8L);
        if ((_position & 7) == 0)
        {
            octets.CopyTo(_buffer[(_position >> 3)..]);
            _position += octets.Length * 8;
            return;
        }

        for (; octets.Length >= 4; octets = octets[4..])
        {
            WriteBits(BinaryPrimitives.ReadUInt32BigEndian(octets), 32);
        }

        foreach (var octet in octets)
        {
            WriteBits(octet, 8);
        }
    }

    /// <summary>Writes a bit string's bits.</summary>
    /// <param name="octets">The bits, left-aligned.</param>
    /// <param name="start">First octet.</param>
    /// <param name="bits">Number of bits.</param>
    internal void WriteBitRun(ReadOnlySpan<byte> octets, int start, int bits)
    {
        WriteOctets(octets.Slice(start, bits / 8));
        var rest = bits & 7;
        if (rest != 0)
        {
            WriteBits((ulong)(octets[start + (bits / 8)] >> (8 - rest)), rest);
        }
    }

    /// <summary>Begins an open type.</summary>
    /// <returns>To be given to <see cref="EndOpenType"/>.</returns>
    public int BeginOpenType()
    {
        var start = _position;
        WriteBits(0, 8);
        return start;
    }

    /// <summary>Ends an open type: pads its contents to octets, at least one, and puts the length in front.</summary>
    /// <param name="start">What <see cref="BeginOpenType"/> returned.</param>
    public void EndOpenType(int start)
    {
        // X.691 (02/2021) 11.1.3 and 11.2.1: the contents are a complete encoding, padded to octets, at least one octet.
        var bits = _position - start - 8;
        WriteBits(0, bits == 0 ? 8 : -bits & 7);
        var octets = (_position - start - 8) / 8;
        if (octets < 128)
        {
            Patch(start, (ulong)octets, 8);
        }
        else if (octets < Uper.FragmentUnit)
        {
            Reserve(8);
            var from = (start + 8) >> 3;
            var length = ((_position - 1) >> 3) - from + 1;
            _buffer.Slice(from, length).CopyTo(_buffer[(from + 1)..]);
            _position += 8;
            Patch(start, 0x8000UL | (uint)octets, 16);
        }
        else
        {
            var reader = new BitReader(Written);
            reader.Skip(start + 8);
            var contents = reader.ReadOctets(octets * 8L);
            _position = start;
            Mask();
            Uper.WriteLengthAndOctets(ref this, contents);
        }
    }

    /// <summary>Ends octets that <see cref="BeginOpenType"/> began: puts their number in front, as X.696 writes it.</summary>
    /// <param name="start">What <see cref="BeginOpenType"/> returned.</param>
    internal void EndOctets(int start)
    {
        var length = (_position - start - 8) / 8;
        var first = start >> 3;
        if (length < 128)
        {
            _buffer[first] = (byte)length;
            return;
        }

        // X.696 (02/2021) 8.6.5: the number of octets that hold the length, then these.
        var more = (Uper.WidthOf((ulong)length) + 7) / 8;
        Reserve(more * 8);
        _buffer.Slice(first + 1, length).CopyTo(_buffer[(first + 1 + more)..]);
        _buffer[first] = (byte)(0x80 | more);
        for (var i = 0; i < more; i++)
        {
            _buffer[first + 1 + i] = (byte)(length >> (8 * (more - 1 - i)));
        }

        _position += more * 8;
    }

    /// <summary>Notes the member whose value is written next, for messages of exceptions.</summary>
    /// <param name="name">ASN.1 name; null for a list item announced by <see cref="Item"/>.</param>
    public readonly void Enter(string? name) => _path?.Enter(name);

    /// <summary>Notes the list item that is written next.</summary>
    /// <param name="index">From 0.</param>
    public readonly void Item(int index) => _path?.Item(index);

    /// <summary>The member entered last is written.</summary>
    public readonly void Leave() => _path?.Leave();

    /// <summary>Enters a type that contains itself.</summary>
    /// <exception cref="ArgumentException">Nested deeper than <see cref="MaximumRecursion"/>.</exception>
    public void EnterRecursion()
    {
        if (++_recursion > MaximumRecursion)
        {
            Fail(name: null, "a nesting", string.Create(CultureInfo.InvariantCulture, $"at most {MaximumRecursion} levels"));
        }
    }

    /// <summary>Leaves a type that contains itself.</summary>
    public void LeaveRecursion() => _recursion--;

    /// <summary>The value cannot be encoded.</summary>
    /// <param name="name">ASN.1 name of the member; null when it was entered.</param>
    /// <param name="found">The value.</param>
    /// <param name="rule">What is allowed.</param>
    /// <exception cref="ArgumentException">Always.</exception>
    [DoesNotReturn]
    public readonly void Fail(string? name, string found, string rule)
    {
        var path = _path?.With(name) ?? string.Empty;
        throw new Asn1EncodeException($"{(path.Length == 0 ? "The value" : path)} is {found}; allowed is {rule}.");
    }

    internal readonly void Release()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private readonly void Mask()
    {
        if ((_position & 7) != 0)
        {
            _buffer[_position >> 3] &= (byte)(0xFF00 >> (_position & 7));
        }
    }

    private readonly void Patch(int position, ulong value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = position + i;
            var mask = (byte)(0x80 >> (at & 7));
            ref var octet = ref _buffer[at >> 3];
            octet = ((value >> (count - 1 - i)) & 1) != 0 ? (byte)(octet | mask) : (byte)(octet & ~mask);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(long bits)
    {
        var needed = (_position + bits + 7) >> 3;
        if (needed > _buffer.Length)
        {
            Grow(needed);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long needed)
    {
        if (!_grows || needed > int.MaxValue / 8)
        {
            throw new Asn1EncodeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The destination holds {_buffer.Length} octets; the message needs at least {needed}. Give a longer one or call Encode()."));
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, _buffer.Length * 2L));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_rented!);
        _rented = larger;
        _buffer = larger;
    }
}
