using System.Buffers.Binary;

namespace HilBench.Links.Linux;

/// <summary>Reads from a socket's error queue when the kernel handed over to the network interface what was sent.</summary>
/// <param name="socket">A socket that numbers what it sends (SOF_TIMESTAMPING_OPT_ID).</param>
/// <param name="level">Level of the control message with the number: that of packet sockets.</param>
/// <param name="type">Type of that message.</param>
internal sealed unsafe class TransmitStamps(int socket, int level, int type)
{
    private const int ControlOctets = 256;
    private const byte OriginStamp = 4; // SO_EE_ORIGIN_TIMESTAMPING

    private uint _next;

    /// <summary>The stamp of the message that was sent last, ns since 1970 of the real-time clock; null when the kernel has none for it (yet).</summary>
    public long? Take()
    {
        var expected = _next++;
        var control = stackalloc byte[ControlOctets];
        byte nothing;
        var part = new IoVector { Start = &nothing, Length = 1 };
        while (true)
        {
            var header = new MessageHeader { Parts = &part, PartCount = 1, Control = control, ControlLength = ControlOctets };
            if (LinuxCalls.ReceiveOne(socket, &header, LinuxCalls.ErrorQueue | LinuxCalls.DoNotWait) < 0)
            {
                return null;
            }

            // Stamps of messages before, which came too late for them, are passed over. The kernel counts what it could not send too: follow it.
            var octets = new ReadOnlySpan<byte>(control, (int)Math.Min(header.ControlLength, ControlOctets));
            if (NumberIn(octets) is { } number && (int)(number - expected) >= 0)
            {
                _next = number + 1;
                return ControlMessages.StampIn(octets);
            }
        }
    }

    // The kernel numbers from 0. struct sock_extended_err: error 4, origin 1, type 1, code 1, pad 1, info 4, data 4: the number.
    private uint? NumberIn(ReadOnlySpan<byte> octets)
    {
        var messages = new ControlMessages(octets);
        while (messages.MoveNext())
        {
            if (messages.Level == level && messages.Type == type && messages.Value.Length >= 16 && messages.Value[4] == OriginStamp)
            {
                return BinaryPrimitives.ReadUInt32LittleEndian(messages.Value[12..]);
            }
        }

        return null;
    }
}
