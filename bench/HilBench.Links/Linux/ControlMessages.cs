using System.Buffers.Binary;

namespace HilBench.Links.Linux;

/// <summary>Walks over the control messages that came with a message (struct cmsghdr of 64-bit Linux), up to the first that does not fit.</summary>
internal ref struct ControlMessages(ReadOnlySpan<byte> octets)
{
    private const int HeaderLength = 16;
    private ReadOnlySpan<byte> _rest = octets;

    public int Level { get; private set; }

    public int Type { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        if (_rest.Length < HeaderLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(_rest);
        if (length < HeaderLength || length > (ulong)_rest.Length)
        {
            return false;
        }

        Level = BinaryPrimitives.ReadInt32LittleEndian(_rest[8..]);
        Type = BinaryPrimitives.ReadInt32LittleEndian(_rest[12..]);
        Value = _rest[HeaderLength..(int)length];
        _rest = _rest[Math.Min(_rest.Length, ((int)length + 7) & ~7)..];
        return true;
    }

    /// <summary>The kernel's software time stamp among control messages, ns since 1970 of the real-time clock; null when there is none.</summary>
    public static long? StampIn(ReadOnlySpan<byte> octets)
    {
        var messages = new ControlMessages(octets);
        while (messages.MoveNext())
        {
            // struct scm_timestamping: three times of seconds and nanoseconds; the first is the software stamp, zero when there is none.
            if (messages.Level == LinuxCalls.SocketLevel && messages.Type == LinuxCalls.TimestampingOption && messages.Value.Length >= 16)
            {
                var seconds = BinaryPrimitives.ReadInt64LittleEndian(messages.Value);
                var nanoseconds = BinaryPrimitives.ReadInt64LittleEndian(messages.Value[8..]);
                return seconds == 0 && nanoseconds == 0 ? null : (seconds * 1_000_000_000) + nanoseconds;
            }
        }

        return null;
    }
}
