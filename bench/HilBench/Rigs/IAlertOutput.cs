using HilBench.Wire.Alerts;

namespace HilBench.Rigs;

/// <summary>Capability: tells the bench the warnings that it gives its driver.</summary>
public interface IAlertOutput : IDevice
{
    /// <summary>Called on the event loop for each alert.</summary>
    Action<AlertMessage>? Alerted { get; set; }
}
