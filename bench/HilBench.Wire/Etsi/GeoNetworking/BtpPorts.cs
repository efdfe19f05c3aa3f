namespace HilBench.Wire.Etsi.GeoNetworking;

/// <summary>Well-known ports of the basic transport protocol (ETSI TS 103 248 V2.1.1, table 2).</summary>
public static class BtpPorts
{
    /// <summary>The message or service of a port, for example <c>CAM</c>; null for a port that the standard does not give.</summary>
    /// <param name="port">The destination port.</param>
    public static string? NameOf(int port) => port switch
    {
        BtpPortValues.Cam => "CAM",
        BtpPortValues.Denm => "DENM",
        BtpPortValues.Mapem => "MAPEM",
        BtpPortValues.Spatem => "SPATEM",
        BtpPortValues.Saem => "SAEM",
        BtpPortValues.Ivim => "IVIM",
        BtpPortValues.Srem => "SREM",
        BtpPortValues.Ssem => "SSEM",
        BtpPortValues.Cpm => "CPM",
        BtpPortValues.EvcsnPoi => "EVCSN POI",
        BtpPortValues.Tpg => "TPG",
        BtpPortValues.EvRsr => "EV-RSR",
        BtpPortValues.Rtcmem => "RTCMEM",
        BtpPortValues.Ctlm => "CTLM",
        BtpPortValues.Crlm => "CRLM",
        BtpPortValues.CertificateRequest => "certificate request",
        BtpPortValues.Mcdm => "MCDM",
        BtpPortValues.Vam => "VAM",
        BtpPortValues.Imzm => "IMZM",
        _ => null,
    };

    /// <summary>Whether what the port carries begins with an ITS PDU header: not the lists and requests of ETSI TS 102 941.</summary>
    /// <param name="port">The destination port.</param>
    public static bool HasItsPduHeader(int port) =>
        NameOf(port) is not null && port is not (BtpPortValues.Ctlm or BtpPortValues.Crlm or BtpPortValues.CertificateRequest);
}
