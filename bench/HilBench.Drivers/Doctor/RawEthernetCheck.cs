using System.Globalization;

namespace HilBench.Drivers.Doctor;

/// <summary>Whether frames may be sent and received on network interfaces as they are.</summary>
internal sealed class RawEthernetCheck : IMachineCheck
{
    private const string Name = "raw Ethernet";
    private const int NetRaw = 13; // CAP_NET_RAW of capabilities(7)

    public CheckResult Look(IMachine machine) => ProcessStatus.Value(machine, "CapEff") is { } text
        && ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var capabilities)
        && (capabilities & (1UL << NetRaw)) != 0
        ? CheckResult.Present(Name, "this program has CAP_NET_RAW")
        : CheckResult.Lacking(
            Name,
            "this program has not CAP_NET_RAW",
            "air stand-ins on raw Ethernet (0x8947, 0x88DC) cannot be opened; those over UDP and multicast can",
            $"sudo setcap cap_net_raw+ep {machine.Program}");
}
