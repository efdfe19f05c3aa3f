using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>A request that waits for its answer.</summary>
internal sealed class PendingRequest
{
    /// <summary>The ids that it was sent with, one for each sending.</summary>
    public List<int> Tickets { get; } = [];

    /// <summary>
    /// Its answer. What waits for it goes on at once, on the loop: by way of another thread, the virtual clock would run to the time-out meanwhile.
    /// </summary>
    public TaskCompletionSource<SnmpPdu> Answer { get; private set; } = new();

    /// <summary>Waits for another answer.</summary>
    public void Renew() => Answer = new TaskCompletionSource<SnmpPdu>();
}
