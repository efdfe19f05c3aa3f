using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>A request that waits for its answer.</summary>
internal sealed class PendingRequest
{
    /// <summary>The ids that it was sent with, one for each sending.</summary>
    public List<int> Tickets { get; } = [];

    /// <summary>Its answer.</summary>
    public TaskCompletionSource<SnmpPdu> Answer { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for another answer.</summary>
    public void Renew() => Answer = new TaskCompletionSource<SnmpPdu>(TaskCreationOptions.RunContinuationsAsynchronously);
}
