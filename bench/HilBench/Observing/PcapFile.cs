using HilBench.Links;
using HilBench.Wire.Pcapng;

namespace HilBench.Observing;

/// <summary>The packets of a classic pcap file.</summary>
internal sealed class PcapFile(CaptureStream stream, List<TapInterface> taps, Action<long> truncated)
{
    /// <summary>Reads the packets.</summary>
    /// <param name="head">The first four octets of the file, taken already.</param>
    public IEnumerable<CapturedPacket> Packets(byte[] head)
    {
        var octets = new byte[PcapHeader.Octets];
        head.CopyTo(octets, 0);
        if (stream.Take(octets.AsSpan(head.Length)) < octets.Length - head.Length)
        {
            truncated(0);
            yield break;
        }

        var header = PcapHeader.Parse(octets);
        var tap = TapDescription.Read(0, header.LinkType, null, null);
        taps.Add(tap);
        for (var number = 1; ; number++)
        {
            var start = stream.Position;
            var taken = stream.Take(octets.AsSpan(0, PcapRecord.Octets));
            if (taken < PcapRecord.Octets)
            {
                if (taken > 0)
                {
                    truncated(start);
                }

                yield break;
            }

            var record = header.ParseRecord(octets);
            if (record.CapturedLength > PcapngBlock.LongestBlock)
            {
                throw stream.Damaged(start, $"packet {number} claims {record.CapturedLength} octets; at most {PcapngBlock.LongestBlock} are possible", number - 1);
            }

            var frame = new byte[record.CapturedLength];
            if (stream.Take(frame) < frame.Length)
            {
                truncated(start);
                yield break;
            }

            yield return new CapturedPacket(number, tap, new Instant(record.UnixNanoseconds), null, frame, record.OriginalLength);
        }
    }
}
