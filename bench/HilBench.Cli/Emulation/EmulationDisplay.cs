using System.Globalization;
using HilBench.Emulators.Hosting;

namespace HilBench.Cli.Emulation;

/// <summary>Tells what an emulated device does: where it listens and sends when it is ready, its counts while it runs, a summary when it has ended.</summary>
/// <param name="settings">What it is set to.</param>
/// <param name="terminal">Where to write.</param>
internal sealed class EmulationDisplay(EmulatorSettings settings, Terminal terminal)
{
    private const int SecondsBetweenLines = 10;

    private readonly DeviceKind _kind = DeviceKind.Of(settings);
    private int _seconds;

    /// <summary>The ports are open.</summary>
    /// <param name="health">Where they are.</param>
    /// <param name="place">Where it runs when that is not this process; else null.</param>
    public void Ready(EmulatorHealth health, string? place)
    {
        terminal.Output.WriteLine($"{health.Name}: an emulated {health.Kind}, until Ctrl-C");
        foreach (var slot in _kind.Slots)
        {
            if (health.Links.TryGetValue(slot.Kind, out var link))
            {
                var where = link.Remote is { } remote ? $"sends to   {remote}" : $"listens on {link.Local}";
                terminal.Output.WriteLine($"  {slot.Kind,-10} {where,-34} {slot.Carries}");
            }
        }

        if (health.Control is { } control)
        {
            terminal.Output.WriteLine($"  {"control",-10} {$"listens on {control}",-34} health, start, stop");
        }

        if (place is not null)
        {
            terminal.Output.WriteLine($"  in {place}");
        }

        terminal.Output.Flush();
    }

    /// <summary>A second is over.</summary>
    public void Advance(EmulatorHealth health)
    {
        if (++_seconds % SecondsBetweenLines == 0)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_seconds} s: {Counts(health)}"));
        }
    }

    /// <summary>It has ended.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="health">What it had done.</param>
    public void End(string reason, EmulatorHealth health)
    {
        terminal.Output.WriteLine($"{health.Name}: {reason}; {Counts(health)}");
        foreach (var (kind, link) in health.Links)
        {
            if (link.Failed > 0)
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind}: {link.Failed} could not be sent; the last: {link.Failure}"));
            }
            else if (link.Unreachable > 0)
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind}: nobody listened at {link.Remote} for {link.Unreachable} of them"));
            }
        }
    }

    private string Counts(EmulatorHealth health) => string.Join(
        ", ",
        _kind.Slots.Where(slot => health.Links.ContainsKey(slot.Kind)).Select(slot => (slot.Kind, Link: health.Links[slot.Kind]))
            .Select(pair => string.Create(
                CultureInfo.InvariantCulture, $"{pair.Kind} {(pair.Link.Remote is null ? $"{pair.Link.Received} received" : $"{pair.Link.Sent} sent")}")));
}
