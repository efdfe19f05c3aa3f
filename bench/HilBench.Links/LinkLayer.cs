namespace HilBench.Links;

/// <summary>What the octets of a tap begin with; the values are the LINKTYPE numbers of pcap.</summary>
public enum LinkLayer
{
    /// <summary>An Ethernet header.</summary>
    Ethernet = 1,

    /// <summary>An IPv4 or IPv6 header.</summary>
    RawIp = 101,

    /// <summary>The bench's own content: UTF-8 JSON.</summary>
    User0 = 147,
}
