using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Reads a rig from its YAML file.</summary>
public static class RigFile
{
    /// <summary>Name of the file in a rig's folder.</summary>
    public const string FileName = "rig.yaml";

    /// <summary>Reads a rig.</summary>
    /// <param name="path">The rig's folder, or its file.</param>
    /// <param name="defects">Names of the defects that a kind of device knows.</param>
    /// <exception cref="InputFileException">The file is not there or has faults; all of them are told.</exception>
    public static RigPlan Read(string path, Func<string, IReadOnlyCollection<string>> defects) =>
        Read(InputFile.Open(Directory.Exists(path) ? Path.Combine(path, FileName) : path, "rig"), defects);

    /// <summary>Reads the text of a rig file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">YAML text.</param>
    /// <param name="defects">Names of the defects that a kind of device knows.</param>
    /// <exception cref="InputFileException">The text has faults; all of them are told.</exception>
    public static RigPlan Parse(string name, string text, Func<string, IReadOnlyCollection<string>> defects) =>
        Read(InputFile.Parse(name, text), defects);

    private static RigPlan Read(InputFile file, Func<string, IReadOnlyCollection<string>> defects)
    {
        var top = file.Top(RigKeys.Rig);
        var devices = ImmutableArray.CreateBuilder<DevicePlan>();
        foreach (var fields in top.Choices("devices", "kind", RigKeys.SignalController, RigKeys.RoadSideUnit, RigKeys.OnBoardUnit))
        {
            var device = Device(fields, defects);
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

        file.ThrowIfFaulty();
        return plan;
    }

    private static DevicePlan Device(Fields fields, Func<string, IReadOnlyCollection<string>> defects)
    {
        var name = fields.Text("name");
        var driver = fields.Choice("driver", ("emulator", "emulator"));
        var dut = fields.Flag("dut", otherwise: true);
        switch (fields.Keys.Schema)
        {
            case RoadSideUnitPlan.Word:
                return new RoadSideUnitPlan
                {
                    Name = name,
                    Driver = driver,
                    Dut = dut,
                    Defects = Defects(fields, defects),
                    Address = Address(fields, RigKeys.RoadSideUnitUdp),
                    Mac = Mac(fields),
                    ProcessingDelay = fields.OptionalTime("processingDelay", TimeSpan.Zero, TimeSpan.FromSeconds(10)) ?? TimeSpan.FromMilliseconds(5),
                    Controller = fields.Text("controller"),
                    ForwardRows = [.. fields.Mappings("forward", RigKeys.ForwardRow).Select(ForwardRow)],
                };
            case OnBoardUnitPlan.Word:
                return new OnBoardUnitPlan
                {
                    Name = name,
                    Driver = driver,
                    Dut = dut,
                    Defects = Defects(fields, defects),
                    Address = Address(fields, RigKeys.OnBoardUnitUdp),
                    Mac = Mac(fields),
                };
            default:
                return new SignalControllerPlan
                {
                    Name = name,
                    Driver = driver,
                    Dut = dut,
                    Defects = Defects(fields, defects),
                    Address = Address(fields, RigKeys.SignalControllerUdp),
                };
        }
    }

    private static ForwardRowPlan ForwardRow(Fields fields) =>
        new(fields.Number("psid", 0, 0x1020407F), fields.Number("channel", 172, 184));

    private static ImmutableArray<string> Defects(Fields fields, Func<string, IReadOnlyCollection<string>> known)
    {
        var names = fields.Words("defects");
        var allowed = known(fields.Keys.Schema);
        foreach (var name in names.Where(name => !allowed.Contains(name, StringComparer.Ordinal)))
        {
            fields.Fault("defects", $"unknown defect '{name}' of a device of kind {fields.Keys.Schema}; allowed: {string.Join(", ", allowed)}");
        }

        return names;
    }

    private static DeviceAddress Address(Fields fields, KeySet keys)
    {
        if (fields.Mapping("udp", keys) is not { } udp)
        {
            return new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty);
        }

        var host = udp.Text("host");
        if (!IPAddress.TryParse(host, out _))
        {
            udp.Fault("host", $"expected an IP address such as 127.0.0.1, found '{host}'");
        }

        return new DeviceAddress(host, keys.Optional.Where(udp.Has).ToImmutableDictionary(key => key, key => udp.Number(key, 1, 65535), StringComparer.Ordinal));
    }

    private static ImmutableArray<byte> Mac(Fields fields)
    {
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
