using HilBench.Links;
using HilBench.Wire.Pcapng;

namespace HilBench.Observing;

/// <summary>The packets of a pcapng file, block by block. The memory it needs is bounded by the longest block.</summary>
internal sealed class PcapngFile(CaptureStream stream, List<TapInterface> taps, Action<long> truncated)
{
    private readonly List<PcapngInterface> _interfaces = [];
    private byte[] _block = new byte[4096];
    private PcapngBlockHeader _header;
    private int _firstTap;
    private int _packets;
    private long _start;

    /// <summary>Reads the packets.</summary>
    /// <param name="head">The first four octets of the file, taken already.</param>
    public IEnumerable<CapturedPacket> Packets(byte[] head)
    {
        head.CopyTo(_block, 0);
        for (var taken = head.Length; NextBlock(taken); taken = 0)
        {
            switch (_header.Type)
            {
                case PcapngBlock.SectionHeader:
                    _interfaces.Clear();
                    _firstTap = taps.Count;
                    break;
                case PcapngBlock.InterfaceDescription:
                    AddInterface();
                    break;
                case PcapngBlock.EnhancedPacket or PcapngBlock.ObsoletePacket:
                    yield return ReadPacket();
                    break;
                case PcapngBlock.SimplePacket:
                    throw Damaged("a simple packet block, which has no time stamp; capture with enhanced packet blocks");
            }
        }
    }

    private ReadOnlySpan<byte> Body => _block.AsSpan(8, _header.BodyLength);

    private bool NextBlock(int taken)
    {
        _start = stream.Position - taken;
        taken += stream.Take(_block.AsSpan(taken, PcapngBlockHeader.Octets - taken));
        if (taken < PcapngBlockHeader.Octets)
        {
            return taken > 0 && Truncated();
        }

        if (!PcapngBlockHeader.TryParse(_block, _header.LittleEndian, out _header, out var error))
        {
            throw Damaged(error.Value.Message);
        }

        if (_block.Length < _header.Length)
        {
            Array.Resize(ref _block, Math.Max(_header.Length, 2 * _block.Length));
        }

        if (stream.Take(_block.AsSpan(taken, _header.Length - taken)) < _header.Length - taken)
        {
            return Truncated();
        }

        return _header.EndsWith(_block.AsSpan(_header.Length - 4, 4)) ? true : throw Damaged("the lengths at the two ends of a block differ");
    }

    private bool Truncated()
    {
        truncated(_start);
        return false;
    }

    private void AddInterface()
    {
        if (!PcapngInterface.TryParse(Body, _header.LittleEndian, out var description, out var error))
        {
            throw Damaged(error.Value.Message);
        }

        _interfaces.Add(description);
        taps.Add(TapDescription.Read(taps.Count, description.LinkType, description.Name, description.Description));
    }

    private CapturedPacket ReadPacket()
    {
        if (!PcapngPacket.TryParse(_header.Type, Body, _header.LittleEndian, out var packet, out var error))
        {
            throw Damaged(error.Value.Message);
        }

        if (packet.Interface >= _interfaces.Count)
        {
            throw Damaged($"a packet of interface {packet.Interface}, but only {_interfaces.Count} are described before it");
        }

        var index = (int)packet.Interface;
        return new CapturedPacket(
            ++_packets,
            taps[_firstTap + index],
            new Instant(_interfaces[index].ToUnixNanoseconds(packet.Stamp)),
            packet.Inbound switch { true => Direction.FromDevice, false => Direction.ToDevice, null => null },
            packet.Frame.ToArray(),
            packet.OriginalLength)
        {
            Source = TapDescription.SourceIn(packet.Comment) ?? taps[_firstTap + index].Stamps,
        };
    }

    private CaptureException Damaged(string what) => stream.Damaged(_start, what, _packets);
}
