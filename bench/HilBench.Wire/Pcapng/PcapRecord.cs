namespace HilBench.Wire.Pcapng;

/// <summary>The head of a packet in a classic pcap file (draft-ietf-opsawg-pcap 5).</summary>
/// <param name="UnixNanoseconds">Time stamp, ns since 1970.</param>
/// <param name="CapturedLength">Octets that follow in the file.</param>
/// <param name="OriginalLength">Octets that the packet had on the link.</param>
public readonly record struct PcapRecord(long UnixNanoseconds, uint CapturedLength, uint OriginalLength)
{
    /// <summary>Octets of the head.</summary>
    public const int Octets = 16;
}
