using HilBench.Asn1;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.J2735;
using R1 = HilBench.Wire.Etsi.Release1;
using R2 = HilBench.Wire.Etsi.Release2;

namespace HilBench.Wire.Decoding;

/// <summary>ETSI facilities-layer messages: ITS PDU header, then the message it names.</summary>
internal sealed partial class MessageSearch
{
    private const string EtsiRelease1 = "ETSI ITS release 1";
    private const string EtsiRelease2 = "ETSI ITS release 2";

    /// <summary>Whether octets begin like an ITS PDU header: version 2 and the number of a message whose modules are here.</summary>
    public static bool IsItsPdu(ReadOnlySpan<byte> octets) => octets is [2, _, _, _, _, _, _, ..] && PortOf(octets[1]) is not null;

    /// <summary>Reads an ETSI message from its ITS PDU header on.</summary>
    /// <param name="octets">The message.</param>
    /// <param name="offset">First octet in the input.</param>
    /// <param name="port">BTP port it came on; null when it came without.</param>
    public void ReadItsPdu(ReadOnlyMemory<byte> octets, int? offset, int? port = null)
    {
        if (!ItsPduHeader.TryParse(octets.Span, out var header, out var error))
        {
            Fail(EtsiRelease1, 0, error.Value.Message);
            return;
        }

        var (version, id) = (header.ProtocolVersion, header.MessageId);
        _name = header.MessageName;
        if (port is { } known && PortOf(id) is { } expected && known != expected)
        {
            Deviate("destinationPort", 0, 16, $"TS 103 248: {expected} for {_name}", $"{known}");
        }

        var readings = ReadingsOf(id, version, octets);
        if (readings.Length == 0)
        {
            AddItsPduHeader(octets.Span, offset, header);
            Fail(EtsiRelease1, 8, $"messageID {id} (protocolVersion {version}) has no modules here");
            return;
        }

        // Release 2 extends CAM and DENM of release 1; the reading without a fault and with fewer violations is taken.
        var best = readings.OrderBy(reading => reading.Fault is null ? 0 : 1).ThenBy(reading => reading.Violations.Count).First();
        Assume($"messageID {id} in octet 1 of the ITS PDU header is {_name}; read with the modules of {best.Release}");
        Add(best.Release, offset, octets.Length, best.Tree, best.Violations, node => EtsiUnits.Describe(node) ?? J2735Units.Describe(node));
        _fault = best.Fault;
    }

    private static int? PortOf(int messageId) => messageId switch
    {
        1 => BtpPortValues.Denm,
        2 => BtpPortValues.Cam,
        4 => BtpPortValues.Spatem,
        5 => BtpPortValues.Mapem,
        6 => BtpPortValues.Ivim,
        9 => BtpPortValues.Srem,
        10 => BtpPortValues.Ssem,
        13 => BtpPortValues.Rtcmem,
        14 => BtpPortValues.Cpm,
        16 => BtpPortValues.Vam,
        _ => null,
    };

    private static EtsiReading[] ReadingsOf(int messageId, int version, ReadOnlyMemory<byte> octets) => (messageId, version) switch
    {
        (1, not 1) => [EtsiReading.Of<R1.DENM>(EtsiRelease1, octets), EtsiReading.Of<R2.DENM>(EtsiRelease2, octets)],
        (2, not 1) => [EtsiReading.Of<R1.CAM>(EtsiRelease1, octets), EtsiReading.Of<R2.CAM>(EtsiRelease2, octets)],
        (4, _) => [EtsiReading.Of<R1.SPATEM>(EtsiRelease1, octets)],
        (5, _) => [EtsiReading.Of<R1.MAPEM>(EtsiRelease1, octets)],
        (6, _) => [EtsiReading.Of<R1.IVIM>(EtsiRelease1, octets)],
        (9, _) => [EtsiReading.Of<R1.SREM>(EtsiRelease1, octets)],
        (10, _) => [EtsiReading.Of<R1.SSEM>(EtsiRelease1, octets)],
        (13, _) => [EtsiReading.Of<R1.RTCMEM>(EtsiRelease1, octets)],
        (14, 1) => [EtsiReading.Of<R1.CPM>(EtsiRelease1, octets)],
        (14, _) => [EtsiReading.Of<R2.CollectivePerceptionMessage>(EtsiRelease2, octets)],
        (16, _) => [EtsiReading.Of<R2.VAM>(EtsiRelease2, octets)],
        _ => [],
    };

    private void AddItsPduHeader(ReadOnlySpan<byte> octets, int? offset, ItsPduHeader header)
    {
        DecodeNode[] fields =
        [
            OctetField.Number(octets, "protocolVersion", 0, 1),
            OctetField.Leaf(octets, "messageID", "unsigned 8", 8, 8, $"{header.MessageId}{(header.MessageName is { } name ? $" ({name})" : string.Empty)}"),
            OctetField.Number(octets, "stationID", 2, 4),
        ];
        Add("ITS PDU header", offset, ItsPduHeader.Length, OctetField.Group(string.Empty, "ItsPduHeader", 0, 8 * ItsPduHeader.Length, fields));
    }
}
