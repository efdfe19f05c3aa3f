using System.CommandLine;
using System.Net;
using HilBench.Drivers;
using HilBench.Emulators;
using HilBench.Emulators.Hosting;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Cli.Emulation;

/// <summary>What <c>hilbench emulate</c> can be told.</summary>
internal sealed class EmulateOptions
{
    private readonly Argument<string?> _device = new("device")
    {
        Description = "Name of a device of the rig, or a kind of device: the first of that kind.",
        HelpName = "device",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _rig = new("--rig")
    {
        Description = "Folder of the rig, or its rig.yaml. Default: the emulated rig that comes with the bench.",
        HelpName = "folder",
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "Scenario whose site, signal plans and vehicles it is set up with. Default: the one for regression.",
        HelpName = "file",
    };

    private readonly Option<string?> _settings = new("--settings") { Description = "Settings document (JSON) instead of a device of a rig.", HelpName = "file" };

    private readonly Option<string[]> _links = new("--link")
    {
        Description = "Where a link of the device listens or sends to; may be repeated. Default: the usual port on 127.0.0.1.",
        HelpName = "kind=address:port",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _control = new("--control")
    {
        Description = "Open a control port there: it answers {\"ask\": \"health\"}, \"start\" and \"stop\" over UDP.",
        HelpName = "address:port",
    };

    private readonly Option<string[]> _defects = new("--defect")
    {
        Description = "Switch on a defect; may be repeated.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _personalities = new("--personality")
    {
        Description = "Switch on a quirk of a vendor; may be repeated.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _container = new("--container") { Description = "Run it in a container of this machine's Docker." };

    private readonly Option<bool> _print = new("--print-settings") { Description = "Write the settings document that it would run, and end." };

    /// <summary>Adds argument and options to a command.</summary>
    public void AddTo(Command command)
    {
        _defects.CompletionSources.Add([.. RigDefects.All]);
        _personalities.CompletionSources.Add([.. PersonalityTable.All.Select(personality => personality.Name)]);
        _device.CompletionSources.Add([.. DeviceKinds.All.Select(kind => kind.Word)]);
        command.Add(_device);
        foreach (var option in (Option[])[_rig, _scenario, _settings, _links, _control, _defects, _personalities, _container, _print])
        {
            command.Add(option);
        }
    }

    /// <summary>Whether the settings are to be written only.</summary>
    public bool PrintSettings(ParseResult parse) => parse.GetValue(_print);

    /// <summary>Whether it is to run in a container.</summary>
    public bool InContainer(ParseResult parse) => parse.GetValue(_container);

    /// <summary>The settings that a command line asks for, checked.</summary>
    /// <exception cref="UsageException">The command line does not go together.</exception>
    /// <exception cref="SettingsException">The settings cannot be run.</exception>
    public EmulatorSettings Settings(ParseResult parse)
    {
        var settings = (parse.GetValue(_device), parse.GetValue(_settings)) switch
        {
            ({ } device, null) => OfRig(parse, device),
            (null, { } file) when parse.GetValue(_rig) is null && parse.GetValue(_scenario) is null => SettingsDocument.Read(File.ReadAllBytes(file), file),
            (null, null) => throw new UsageException($"name a device, for example '{DeviceKinds.All[0].Word}', or --settings with a file"),
            _ => throw new UsageException("--settings stands for itself: without a device, --rig and --scenario"),
        };
        settings = settings with
        {
            Links = settings.Links.SetItems((parse.GetValue(_links) ?? []).Select(text => Link(settings, text))),
            Control = parse.GetValue(_control) is { } control ? (settings.Control ?? new ControlSettings { Local = Endpoint("--control", control) }) with { Local = Endpoint("--control", control) } : settings.Control,
        };
        try
        {
            settings = EmulatorQuirks.SwitchOn(settings, [.. parse.GetValue(_defects) ?? []], [.. parse.GetValue(_personalities) ?? []]);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message.Split(" (Parameter")[0]);
        }

        return SettingsDocument.Check(settings, "settings");
    }

    private EmulatorSettings OfRig(ParseResult parse, string device)
    {
        var rig = RigFile.Read(parse.GetValue(_rig) ?? BundledFiles.EmulatedRig, RigDefects.Words);
        return EmulatedDeviceSettings.Of(rig, device, ScenarioFile.Read(parse.GetValue(_scenario) ?? BundledFiles.ShortScenario));
    }

    private static KeyValuePair<string, LinkSettings> Link(EmulatorSettings settings, string text)
    {
        var kind = DeviceKind.Of(settings);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var slot = kind.Slots.FirstOrDefault(candidate => candidate.Kind == name) ?? throw new UsageException(
            $"--link {text}: a {kind.Word} has no link '{name}'{NearestWord.Hint(name, kind.Slots.Select(known => known.Kind))}; it has {string.Join(", ", kind.Slots.Select(known => known.Kind))}");
        return KeyValuePair.Create(name, EmulatedDeviceSettings.Link(slot, Endpoint($"--link {text}", at < 0 ? string.Empty : text[(at + 1)..])));
    }

    private static IPEndPoint Endpoint(string what, string text) =>
        SettingsDocument.TryReadEndpoint(text, out var endpoint) ? endpoint : throw new UsageException($"{what}: expected an IP address and a port, as 127.0.0.1:6053; found '{text}'");
}
