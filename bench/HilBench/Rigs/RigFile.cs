using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using HilBench.Inputs;
using HilBench.Wire.Rsu;

namespace HilBench.Rigs;

/// <summary>Reads a rig from its YAML file.</summary>
public static class RigFile
{
    /// <summary>Name of the file in a rig's folder.</summary>
    public const string FileName = "rig.yaml";

    private const string PseudoTerminal = "pty";

    /// <summary>Reads a rig.</summary>
    /// <param name="path">The rig's folder, or its file.</param>
    /// <param name="words">Names that may be switched on at emulated devices.</param>
    /// <exception cref="InputFileException">The file is not there or has faults; all of them are told.</exception>
    public static RigPlan Read(string path, EmulatorWords words) =>
        Read(InputFile.Open(Directory.Exists(path) ? Path.Combine(path, FileName) : path, "rig"), words);

    /// <summary>Reads the text of a rig file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">YAML text.</param>
    /// <param name="words">Names that may be switched on at emulated devices.</param>
    /// <exception cref="InputFileException">The text has faults; all of them are told.</exception>
    public static RigPlan Parse(string name, string text, EmulatorWords words) =>
        Read(InputFile.Parse(name, text), words);

    private static RigPlan Read(InputFile file, EmulatorWords words)
    {
        var top = file.Top(RigKeys.Rig);
        var devices = ImmutableArray.CreateBuilder<DevicePlan>();
        foreach (var fields in top.Choices("devices", "kind", RigKeys.SignalController, RigKeys.RoadSideUnit, RigKeys.OnBoardUnit))
        {
            var device = Device(fields, words);
            if (devices.Any(other => other.Name == device.Name))
            {
                fields.Fault("name", $"device '{device.Name}' is there twice");
            }

            if (device is RoadSideUnitPlan rsu && devices.All(other => other is not SignalControllerPlan || other.Name != rsu.Controller))
            {
                fields.Fault("controller", $"'{rsu.Controller}' is no signal-controller above this device");
            }

            devices.Add(device);
        }

        top.Choice("air", ("stand-in", "stand-in"));
        var plan = new RigPlan
        {
            Name = top.Text("name"),
            Description = top.OptionalText("description")?.Trim() ?? string.Empty,
            Links = top.Has("links") ? top.Choice("links", ("memory", LinkKind.Memory), ("udp", LinkKind.Udp)) : LinkKind.Memory,
            Devices = devices.DrainToImmutable(),
            File = file.Name,
        };
        if (plan.Devices.IsEmpty && top.Has("devices"))
        {
            top.Fault("devices", "a rig needs at least one device");
        }

        CheckLinks(top, plan);
        file.ThrowIfFaulty();
        return plan;
    }

    private static void CheckLinks(Fields top, RigPlan plan)
    {
        if (plan.Links != LinkKind.Memory)
        {
            return;
        }

        foreach (var device in plan.Devices)
        {
            if (device.Hosting != DeviceHosting.Process)
            {
                top.Fault("links", $"{device.Name} is {device.Driver} and not in the bench's memory; write 'links: udp'");
            }
            else if (device is OnBoardUnitPlan { Gnss: not null })
            {
                top.Fault("links", $"{device.Name} takes its positions on a serial line, which is not in memory; write 'links: udp'");
            }
        }
    }

    private static DevicePlan Device(Fields fields, EmulatorWords words)
    {
        var hosting = fields.Choice("driver", HostingWords.All);
        if (hosting == DeviceHosting.Real)
        {
            foreach (var key in ((string[])["defects", "personalities", "processingDelay"]).Where(fields.Has))
            {
                fields.Fault(key, "only an emulated device has it");
            }
        }

        return fields.Keys.Schema switch
        {
            RoadSideUnitPlan.Word => RoadSideUnit(fields, hosting, words),
            OnBoardUnitPlan.Word => OnBoardUnit(fields, hosting, words),
            _ => new SignalControllerPlan
            {
                Name = fields.Text("name"),
                Hosting = hosting,
                Dut = fields.Flag("dut", otherwise: true),
                Defects = Named(fields, "defects", "defect", words.Defects),
                Personalities = Named(fields, "personalities", "personality", words.Personalities),
                Address = Address(fields, hosting, RigKeys.SignalControllerUdp),
                Bench = BenchAddress(fields, RigKeys.SignalControllerBench),
                Snmp = SnmpFields.Read(fields, hosting),
            },
        };
    }

    private static RoadSideUnitPlan RoadSideUnit(Fields fields, DeviceHosting hosting, EmulatorWords words) => new()
    {
        Name = fields.Text("name"),
        Hosting = hosting,
        Dut = fields.Flag("dut", otherwise: true),
        Defects = Named(fields, "defects", "defect", words.Defects),
        Personalities = Named(fields, "personalities", "personality", words.Personalities),
        Address = Address(fields, hosting, RigKeys.RoadSideUnitUdp),
        Bench = BenchAddress(fields, RigKeys.AirBench),
        Snmp = SnmpFields.Read(fields, hosting),
        Mib = fields.Has("mib") ? fields.Choice("mib", ("ntcip-1218", RsuMib.Ntcip1218), ("rsu-4.1", RsuMib.Rsu41)) : RsuMib.Ntcip1218,
        Mac = Mac(fields, hosting),
        ProcessingDelay = fields.OptionalTime("processingDelay", TimeSpan.Zero, TimeSpan.FromSeconds(10)) ?? TimeSpan.FromMilliseconds(5),
        Controller = fields.Text("controller"),
        ForwardRows = [.. fields.Mappings("forward", RigKeys.ForwardRow).Select(ForwardRow)],
    };

    private static OnBoardUnitPlan OnBoardUnit(Fields fields, DeviceHosting hosting, EmulatorWords words) => new()
    {
        Name = fields.Text("name"),
        Hosting = hosting,
        Dut = fields.Flag("dut", otherwise: true),
        Defects = Named(fields, "defects", "defect", words.Defects),
        Personalities = Named(fields, "personalities", "personality", words.Personalities),
        Address = Address(fields, hosting, RigKeys.OnBoardUnitUdp),
        Bench = BenchAddress(fields, RigKeys.AirBench),
        Mac = Mac(fields, hosting),
        Gnss = Serial(fields, hosting),
    };

    private static SerialPlan? Serial(Fields fields, DeviceHosting hosting)
    {
        if (fields.Mapping("gnss", RigKeys.Serial) is not { } serial)
        {
            return null;
        }

        var port = serial.Text("port");
        if (port == PseudoTerminal && hosting != DeviceHosting.Process)
        {
            serial.Fault("port", $"'{PseudoTerminal}' is a line to a device in the bench's own process; give the path of a serial port such as /dev/ttyUSB0");
        }

        if (port != PseudoTerminal && hosting != DeviceHosting.Real)
        {
            serial.Fault("port", $"an emulated device has '{PseudoTerminal}' only, found '{port}'");
        }

        return new SerialPlan(port == PseudoTerminal ? null : port, serial.OptionalNumber("baud", 300, 4_000_000) ?? 115_200);
    }

    private static ForwardRowPlan ForwardRow(Fields fields) =>
        new(fields.Number("psid", 0, 0x1020407F), fields.Number("channel", 172, 184), fields.OptionalNumber("messageId", 0, 32_767) ?? 19);

    private static ImmutableArray<string> Named(Fields fields, string key, string noun, Func<string, IReadOnlyCollection<string>> known)
    {
        var names = fields.Words(key);
        var allowed = known(fields.Keys.Schema);
        foreach (var name in names.Where(name => !allowed.Contains(name, StringComparer.Ordinal)))
        {
            fields.Fault(key, $"unknown {noun} '{name}' of a device of kind {fields.Keys.Schema}; allowed: {string.Join(", ", allowed)}");
        }

        return names;
    }

    private static DeviceAddress Address(Fields fields, DeviceHosting hosting, KeySet keys)
    {
        if (hosting == DeviceHosting.Container && fields.Has("udp"))
        {
            fields.Fault("udp", "a device in a container is reached at ports that the bench chooses; leave it out");
        }

        if (hosting == DeviceHosting.Real && !fields.Has("udp"))
        {
            fields.Fault("udp", "is needed for a real device: the host and ports where it is reached");
        }

        return AddressOf(fields.Mapping("udp", keys), keys) ?? new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty);
    }

    private static DeviceAddress? BenchAddress(Fields fields, KeySet keys) => AddressOf(fields.Mapping("bench", keys), keys);

    private static DeviceAddress? AddressOf(Fields? fields, KeySet keys)
    {
        if (fields is null)
        {
            return null;
        }

        var host = fields.Text("host");
        if (!IPAddress.TryParse(host, out _))
        {
            fields.Fault("host", $"expected an IP address such as 127.0.0.1, found '{host}'");
        }

        return new DeviceAddress(host, keys.Optional.Where(fields.Has).ToImmutableDictionary(key => key, key => fields.Number(key, 1, 65535), StringComparer.Ordinal));
    }

    private static ImmutableArray<byte> Mac(Fields fields, DeviceHosting hosting)
    {
        if (!fields.Has("mac"))
        {
            if (hosting != DeviceHosting.Real)
            {
                fields.Fault("mac", "is needed for an emulated device");
            }

            return [0, 0, 0, 0, 0, 0];
        }

        var text = fields.Text("mac");
        var octets = text.Split(':');
        var mac = ImmutableArray.CreateBuilder<byte>(6);
        foreach (var octet in octets.Where(octet => octet.Length == 2))
        {
            if (byte.TryParse(octet, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                mac.Add(value);
            }
        }

        if (mac.Count != 6 || octets.Length != 6)
        {
            fields.Fault("mac", $"expected six octets such as 02:00:00:00:00:01, found '{text}'");
            return [0, 0, 0, 0, 0, 0];
        }

        return mac.DrainToImmutable();
    }
}
