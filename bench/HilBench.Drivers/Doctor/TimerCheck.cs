using System.Globalization;

namespace HilBench.Drivers.Doctor;

/// <summary>How late the bench's own timers run: its floor in every measurement of time.</summary>
internal sealed class TimerCheck : IMachineCheck
{
    private const string Name = "timers";
    private static readonly TimeSpan Good = TimeSpan.FromMilliseconds(5);

    public CheckResult Look(IMachine machine)
    {
        var lateness = machine.MeasureTimers();
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"99 of 100 run at most {lateness.P99.TotalMilliseconds:0.0} ms late, the latest {lateness.Max.TotalMilliseconds:0.0} ms ({lateness.Count} timers)");
        return lateness.P99 <= Good
            ? CheckResult.Present(Name, found)
            : CheckResult.Lacking(
                Name,
                found,
                "limits in time end inconclusive where the bench's own lateness could explain them; the virtual clock is not touched",
                "end other programs (top shows them); on a laptop: sudo cpupower frequency-set -g performance");
    }
}
