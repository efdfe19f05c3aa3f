using HilBench.Links;
using HilBench.Wire.Alerts;

namespace HilBench.Emulators.Obu;

/// <summary>Warnings as JSON, one a datagram.</summary>
/// <param name="port">The device's end, with a remote to send to.</param>
public sealed class DatagramAlerts(IDatagramPort port) : IAlertSink
{
    /// <summary>Warnings that the carrier did not take.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc/>
    public void Raise(AlertMessage alert)
    {
        try
        {
            port.Send(alert.Encode());
        }
        catch (LinkException)
        {
            Lost++;
        }
    }
}
