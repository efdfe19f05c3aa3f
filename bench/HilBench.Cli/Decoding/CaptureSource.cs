using System.Buffers.Binary;
using HilBench.Observing;

namespace HilBench.Cli.Decoding;

/// <summary>The messages of a capture.</summary>
/// <param name="file">The capture, pcapng or pcap.</param>
/// <param name="skip">Octets before each air frame that are passed over.</param>
internal sealed class CaptureSource(string file, int skip)
{
    private static readonly uint[] Magics = [0x0A0D0D0A, 0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1];

    /// <summary>Packets read so far.</summary>
    public int Packets { get; private set; }

    /// <summary>Packets of these that carry no message known here.</summary>
    public int Without { get; private set; }

    /// <summary>Whether a file is a capture, by its first octets.</summary>
    public static bool IsCapture(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        using var stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && Magics.Contains(BinaryPrimitives.ReadUInt32BigEndian(head));
    }

    /// <summary>The messages with their places, <c>file, packet number</c>, read as they are asked for.</summary>
    public IEnumerable<HexLine> Read()
    {
        using var reader = CaptureReader.Open(file);
        foreach (var packet in reader.Packets())
        {
            Packets++;
            if (PacketMessage.Find(packet, skip) is { } octets)
            {
                yield return new HexLine(FormattableString.Invariant($"{file}, packet {packet.Number}"), octets, null);
            }
            else
            {
                Without++;
            }
        }
    }
}
