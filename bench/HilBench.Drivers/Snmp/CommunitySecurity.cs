using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>Messages of SNMPv1 and SNMPv2c.</summary>
internal sealed class CommunitySecurity : ISessionSecurity
{
    private readonly SnmpVersion _version;
    private readonly byte[] _read;
    private readonly byte[] _write;
    private bool _answered;

    public CommunitySecurity(SnmpSessionSettings settings)
    {
        if (settings.ReadCommunity is null)
        {
            throw new ArgumentException($"{settings.Agent}: {settings.Version} needs a community that reads; give it one, or use SNMPv3 with a user.", nameof(settings));
        }

        _version = settings.Version;
        _read = settings.ReadCommunity.RevealOctets();
        _write = settings.WriteCommunity?.RevealOctets() ?? _read;
    }

    public byte[] Seal(SnmpPdu request) => new CommunityMessage(_version, request.Kind == PduKind.Set ? _write : _read, request).Encode();

    public bool TryOpen(ReadOnlySpan<byte> octets, out int ticket, [NotNullWhen(true)] out SnmpPdu? answer, [NotNullWhen(false)] out string? refusal)
    {
        ticket = 0;
        answer = null;
        if (!CommunityMessage.TryParse(octets, out var message, out var error))
        {
            refusal = error.Value.ToString();
            return false;
        }

        if (message.Version != _version || message.Pdu.Kind != PduKind.Response)
        {
            refusal = $"{message.Pdu.Kind} of {message.Version} instead of a response of {_version}";
            return false;
        }

        refusal = null;
        answer = message.Pdu;
        ticket = message.Pdu.RequestId;
        _answered = true;
        return true;
    }

    public string? Judge(SnmpPdu report) => "Reports are of SNMPv3 only.";

    public string ExplainSilence() => _answered
        ? "It answered before: check that the device is up and the network is whole."
        : "Agents are silent when a community is wrong: check communities, address and port, and that the agent takes this version.";
}
