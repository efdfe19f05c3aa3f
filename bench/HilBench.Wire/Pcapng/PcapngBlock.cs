namespace HilBench.Wire.Pcapng;

/// <summary>Block types and bounds of the pcapng file format (draft-ietf-opsawg-pcapng).</summary>
public static class PcapngBlock
{
    /// <summary>Opens a section; its type reads the same in both byte orders. Section 4.1.</summary>
    public const uint SectionHeader = 0x0A0D0D0A;

    /// <summary>Describes an interface. Section 4.2.</summary>
    public const uint InterfaceDescription = 1;

    /// <summary>The packet block of old files. Appendix A.</summary>
    public const uint ObsoletePacket = 2;

    /// <summary>A packet without interface and time stamp. Section 4.4.</summary>
    public const uint SimplePacket = 3;

    /// <summary>A packet with interface, time stamp and flags. Section 4.3.</summary>
    public const uint EnhancedPacket = 6;

    /// <summary>Tells the byte order of a section.</summary>
    public const uint ByteOrderMagic = 0x1A2B3C4D;

    /// <summary>Octets of a block besides its body: type and twice the length.</summary>
    public const int Overhead = 12;

    /// <summary>Longest block that is read, in octets: 16 MiB, far above what a link carries in one packet.</summary>
    public const int LongestBlock = 16 << 20;
}
