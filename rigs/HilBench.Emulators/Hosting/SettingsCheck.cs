using System.Collections.Immutable;
using System.Net;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>Refuses settings that are well formed but cannot be run.</summary>
internal static class SettingsCheck
{
    private static readonly TimeSpan LeastLifeline = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the settings can be run.</summary>
    /// <exception cref="SettingsException">They cannot; all faults at once.</exception>
    public static void Check(EmulatorSettings settings, string source)
    {
        DeviceKind kind;
        try
        {
            kind = DeviceKind.Of(settings);
        }
        catch (ArgumentException fault)
        {
            throw new SettingsException(source, [Sentence(fault)]);
        }

        var faults = ImmutableArray.CreateBuilder<string>();
        faults.AddRange(Links(settings, kind));
        faults.AddRange(Blocks(settings));
        faults.AddRange(Control(settings));
        faults.AddRange(Device(settings, kind));
        if (faults.Count > 0)
        {
            throw new SettingsException(source, faults.DrainToImmutable());
        }
    }

    private static IEnumerable<string> Links(EmulatorSettings settings, DeviceKind kind)
    {
        foreach (var unknown in settings.Links.Keys.Where(key => !kind.Slots.Any(slot => slot.Kind == key)))
        {
            yield return $"links.{unknown}: a device of kind {kind.Word} has no such link; remove it or take one of {string.Join(", ", kind.Slots.Select(slot => slot.Kind))}.";
        }

        foreach (var slot in kind.Slots)
        {
            var link = settings.Links.GetValueOrDefault(slot.Kind);
            if (link is null)
            {
                if (!slot.Optional)
                {
                    var example = slot.Use == LinkUse.Sends ? $$"""{"remote": "127.0.0.1:{{slot.UsualPort}}"}""" : $$"""{"local": "127.0.0.1:{{slot.UsualPort}}"}""";
                    yield return $"links.{slot.Kind} is missing ({slot.Carries}): add it, for example {example}.";
                }
            }
            else if (slot.Use == LinkUse.Sends && link.Remote is null)
            {
                yield return $"links.{slot.Kind}.remote is missing: the device sends there ({slot.Carries}); add {ExpectedValue.Of(typeof(IPEndPoint))}.";
            }
            else if (slot.Use == LinkUse.Listens && link.Local is null)
            {
                yield return $"links.{slot.Kind}.local is missing: the device listens there ({slot.Carries}); add {ExpectedValue.Of(typeof(IPEndPoint))}.";
            }
            else if (link.Remote is { } remote && (remote.Port == 0 || Any(remote) || (link.Local is { } local && local.AddressFamily != remote.AddressFamily)))
            {
                yield return $"links.{slot.Kind}.remote: {remote} cannot be sent to; expected an address of one machine, of the same family as local, and a port from 1 to 65535.";
            }
        }
    }

    private static IEnumerable<string> Blocks(EmulatorSettings settings)
    {
        foreach (var (link, isThere) in new[] { (DeviceKinds.TestControl, settings.Tci is not null), (DeviceKinds.GbT20999, settings.GbT20999 is not null) })
        {
            if (settings.Links.ContainsKey(link) != isThere)
            {
                yield return isThere
                    ? $"links.{link} is missing: the block {link} needs it; add it or remove the block."
                    : $"{link} is missing: links.{link} needs the block that says what the device states there; add it or remove the link.";
            }
        }
    }

    private static IEnumerable<string> Control(EmulatorSettings settings)
    {
        if (settings.StartOnCommand && settings.Control is null)
        {
            yield return "startOnCommand is true, but without a control port nobody can start it; add control.local or remove startOnCommand.";
        }

        if (settings.StartOnCommand && settings.StartAt is not null)
        {
            yield return "startAt and startOnCommand exclude one another; remove one of them.";
        }

        if (settings.Control?.Lifeline is { } lifeline && lifeline < LeastLifeline)
        {
            yield return $"control.lifeline: expected {LeastLifeline.TotalSeconds} s or more; found {lifeline.TotalMilliseconds} ms.";
        }

        if (settings.Control?.Announce is { } announce && (announce.Port == 0 || Any(announce)))
        {
            yield return $"control.announce: {announce} cannot be sent to; expected an address of one machine and a port from 1 to 65535.";
        }
    }

    // What the device itself refuses: it is put together on ports that lead nowhere.
    private static IEnumerable<string> Device(EmulatorSettings settings, DeviceKind kind)
    {
        using var loop = EventLoop.CreateVirtual(default);
        try
        {
            _ = kind.Make(loop, settings, LinkSet.Nowhere(loop, kind));
        }
        catch (ArgumentException fault)
        {
            return [$"{kind.Block}: {Sentence(fault)}"];
        }

        return [];
    }

    private static bool Any(IPEndPoint endpoint) => endpoint.Address.Equals(IPAddress.Any) || endpoint.Address.Equals(IPAddress.IPv6Any);

    private static string Sentence(ArgumentException fault) =>
        fault.ParamName is { } name ? fault.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal) : fault.Message;
}
