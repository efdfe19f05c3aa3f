using System.Net;
using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Reads what carries a link, for one device of a rig file.</summary>
/// <param name="device">The device's fields.</param>
/// <param name="hosting">Where it stands.</param>
internal sealed class CarrierFields(Fields device, DeviceHosting hosting)
{
    private const string PseudoTerminal = "pty";
    private const string DefaultGroup = "239.118.122.97";
    private const int DefaultGroupPort = 8947;
    private const int MqttPort = 1883;

    /// <summary>A serial line below a key; null when the key is not there.</summary>
    public SerialPlan? Serial(string key) => device.Mapping(key, RigKeys.Serial) is { } fields ? Line(fields) : null;

    /// <summary>A serial line, from fields that have <c>port</c> and <c>baud</c>.</summary>
    public SerialPlan Line(Fields fields)
    {
        var port = fields.Text("port");
        if (port == PseudoTerminal && hosting != DeviceHosting.Process)
        {
            fields.Fault("port", $"'{PseudoTerminal}' is a line to a device in the bench's own process; give the path of a serial port such as /dev/ttyUSB0");
        }

        if (port != PseudoTerminal && hosting != DeviceHosting.Real)
        {
            fields.Fault("port", $"an emulated device has '{PseudoTerminal}' only, found '{port}'");
        }

        return new SerialPlan(port == PseudoTerminal ? null : port, fields.OptionalNumber("baud", 300, 4_000_000) ?? 115_200);
    }

    /// <summary>A TCP port at which the device listens, below a key; null when the key is not there.</summary>
    public static TcpPlan? Tcp(Fields fields, string key, DeviceAddress address) => fields.Has(key) ? new TcpPlan(address.Host, fields.Number(key, 0, 65535)) : null;

    /// <summary>A broker below a key; null when the key is not there.</summary>
    public BrokerPlan? Broker(Fields fields, string key)
    {
        if (fields.Mapping(key, RigKeys.Broker) is not { } broker)
        {
            return null;
        }

        NotInContainer(key);
        return new BrokerPlan(broker.Text("host"), broker.OptionalNumber("port", 1, 65535) ?? MqttPort)
        {
            User = broker.OptionalText("user"),
            Password = SnmpFields.Secret(broker, "password"),
        };
    }

    /// <summary>What carries the stand-in for its air; null for datagrams of its own.</summary>
    public CarrierPlan? Air()
    {
        if (device.Mapping("air", RigKeys.Air) is not { } fields)
        {
            return null;
        }

        NotInContainer("air");
        var over = fields.Choice("over", ("udp", "udp"), ("multicast", "multicast"), ("ethernet", "ethernet"), ("copies", "copies"));
        string[] allowed = over switch
        {
            "multicast" => ["group", "port", "interface"],
            "ethernet" => ["interface", "deviceInterface"],
            "copies" => ["skip"],
            _ => [],
        };
        foreach (var key in RigKeys.Air.Optional.Where(key => fields.Has(key) && !allowed.Contains(key, StringComparer.Ordinal)))
        {
            fields.Fault(key, $"an air over {over} has {(allowed.Length == 0 ? "nothing to say" : string.Join(", ", allowed))}");
        }

        return over switch
        {
            "multicast" => new MulticastPlan(
                Address(fields, "group", DefaultGroup), fields.OptionalNumber("port", 1, 65535) ?? DefaultGroupPort, Address(fields, "interface", "127.0.0.1")),
            "ethernet" => Ethernet(fields),
            "copies" => Copies(fields),
            _ => null,
        };
    }

    private EthernetPlan Ethernet(Fields fields)
    {
        if (!fields.Has("interface"))
        {
            fields.Fault("interface", "is needed: the bench's network interface, for example eth1");
        }

        if (fields.Has("deviceInterface") != (hosting == DeviceHosting.Process))
        {
            fields.Fault("deviceInterface", "is the interface of an emulated device, the other end of the bench's (ip link add … type veth peer …); a real one has none");
        }

        return new EthernetPlan(fields.OptionalText("interface") ?? string.Empty, fields.OptionalText("deviceInterface"));
    }

    private CopiesPlan Copies(Fields fields)
    {
        if (hosting != DeviceHosting.Real)
        {
            fields.Fault("over", "copies come from real units and sniffers; an emulated device sends its frames as they are: leave 'air' out");
        }

        return new CopiesPlan(fields.OptionalNumber("skip", 0, 1024) ?? 0);
    }

    private void NotInContainer(string key)
    {
        if (hosting == DeviceHosting.Container)
        {
            device.Fault(key, "a device in a container has UDP datagrams only; leave it out, or emulate the device in this process");
        }
    }

    private static string Address(Fields fields, string key, string otherwise)
    {
        var text = fields.OptionalText(key) ?? otherwise;
        if (!IPAddress.TryParse(text, out _))
        {
            fields.Fault(key, $"expected an IP address such as {otherwise}, found '{text}'");
        }

        return text;
    }
}
