using System.Collections.Immutable;
using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Reads a rig from its YAML file.</summary>
public static class RigFile
{
    /// <summary>Name of the file in a rig's folder.</summary>
    public const string FileName = "rig.yaml";

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
        foreach (var fields in top.Choices("devices", "kind", RigKeys.SignalController, RigKeys.RoadSideUnit, RigKeys.OnBoardUnit, RigKeys.EtsiStation))
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
            else if (device.Carriers.FirstOrDefault(link => link.Value is not (TcpPlan or BrokerPlan)) is { Key: { } kind })
            {
                top.Fault("links", $"{device.Name}.{kind} is on a line or network, which is not in memory; write 'links: udp'");
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

        var device = new DeviceFields(fields, hosting, words);
        return fields.Keys.Schema switch
        {
            RoadSideUnitPlan.Word => RoadSideUnitFields.Read(device),
            OnBoardUnitPlan.Word => OnBoardUnitFields.Read(device),
            EtsiStationPlan.Word => EtsiStationFields.Read(device),
            _ => SignalControllerFields.Read(device),
        };
    }
}
