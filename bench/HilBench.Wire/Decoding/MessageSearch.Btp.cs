using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.Decoding;

/// <summary>The transport over GeoNetworking: BTP (ETSI EN 302 636-5-1) and what its port says of the payload.</summary>
internal sealed partial class MessageSearch
{
    private const int BtpHeaderLength = 4;
    private const string BtpPayloadProtocol = "BTP payload";

    private void ReadBtp(int nextHeader, ReadOnlyMemory<byte> octets, int? offset)
    {
        if (nextHeader is not (NextAfterCommonValues.BtpA or NextAfterCommonValues.BtpB) || octets.Length < BtpHeaderLength)
        {
            if (octets.Length > 0 || nextHeader != NextAfterCommonValues.Any)
            {
                Fail(CommonProtocol, 0, $"next header {nextHeader} with {octets.Length} octets: only BTP-A and BTP-B are read");
            }

            return;
        }

        var header = octets[..BtpHeaderLength];
        var port = nextHeader == NextAfterCommonValues.BtpA
            ? Explain<BtpA>("BTP-A", header, offset)!.DestinationPort
            : Explain<BtpB>("BTP-B", header, offset)!.DestinationPort;
        ReadBtpPayload(octets[BtpHeaderLength..], offset + BtpHeaderLength, port);
    }

    private void ReadBtpPayload(ReadOnlyMemory<byte> octets, int? offset, int port)
    {
        if (BtpPorts.HasItsPduHeader(port) || IsItsPdu(octets.Span))
        {
            ReadItsPdu(octets, offset, port);
        }
        else if (!TryDot2(octets, offset))
        {
            _name = BtpPorts.NameOf(port);
            Assume($"the payload of port {port} ({_name ?? "none of TS 103 248"}) has no ITS PDU header: its octets are kept, not decoded");
            Add(BtpPayloadProtocol, offset, octets.Length, tree: null);
        }
    }

    private void Deviate(string path, int bit, int bits, string rule, string found) =>
        _layers[^1] = _layers[^1] with { Violations = [.. _layers[^1].Violations, new Violation(path, bit, bits, rule, found)] };
}
