using HilBench.Drivers.Snmp;
using HilBench.Rigs;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>Enables a controller's SPaT feed. Controllers, and what is written about them, differ in the instance: .0 is tried, then .1.</summary>
internal static class FeedSwitch
{
    /// <exception cref="RigException">Neither instance takes it, or the controller did not answer.</exception>
    public static async Task SetAsync(string device, ISnmpSession session, SpatFeed feed, CancellationToken cancellation)
    {
        var found = new List<string>();
        for (uint instance = 0; instance <= 1; instance++)
        {
            var name = AscId.SpatEnable.Append(instance);
            try
            {
                await session.SetAsync([new VariableBinding(name, SnmpValue.Integer32((int)feed))], cancellation);
            }
            catch (SnmpException exception) when (exception.Error != SnmpError.NoError)
            {
                found.Add($".{instance}: {exception.Error}");
                continue;
            }

            var read = await session.GetAsync([name], cancellation);
            if (!read[0].Value.IsException && read[0].Value.Number == (int)feed)
            {
                return;
            }

            found.Add($".{instance}: set without an error, reads {read[0].Value}");
        }

        throw new RigException(
            $"{device}: the SPaT feed could not be set to {feed} by {AscId.SpatEnable} ({string.Join("; ", found)}). This object is Econolite's: enable the feed of another make on its front panel and set no feed in the rig file.");
    }
}
