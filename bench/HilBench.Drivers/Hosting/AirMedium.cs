using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>
/// Lets emulated units with an alert output hear what the other devices of the rig send: over links of their own they would hear nobody. Real devices hear
/// one another by their radios.
/// </summary>
internal sealed class AirMedium
{
    private readonly List<(AirFeed Feed, AirFeed? Hearer)> _members = [];

    /// <summary>Adds a device.</summary>
    /// <param name="plan">The device.</param>
    /// <param name="feed">Its air.</param>
    public void Join(DevicePlan plan, AirFeed feed)
    {
        var hears = plan is OnBoardUnitPlan { Alerts: not null, Hosting: DeviceHosting.Process } && !plan.Carriers.ContainsKey("air");
        foreach (var (other, hearer) in _members)
        {
            if (hears)
            {
                other.Add(frame => feed.Send?.Invoke(frame.Bytes));
            }

            if (hearer is not null)
            {
                feed.Add(frame => hearer.Send?.Invoke(frame.Bytes));
            }
        }

        _members.Add((feed, hears ? feed : null));
    }
}
