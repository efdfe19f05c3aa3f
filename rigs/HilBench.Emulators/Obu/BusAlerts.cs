using HilBench.Links;
using HilBench.Wire.Alerts;

namespace HilBench.Emulators.Obu;

/// <summary>Warnings as JSON, one a message of a broker (MQTT).</summary>
/// <param name="bus">The device's end.</param>
/// <param name="topic">Topic of its warnings, for example <c>obu1/alerts</c>.</param>
public sealed class BusAlerts(IMessageBus bus, string topic) : IAlertSink
{
    /// <summary>Warnings that the carrier did not take.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc/>
    public void Raise(AlertMessage alert)
    {
        try
        {
            bus.Publish(topic, alert.Encode());
        }
        catch (LinkException)
        {
            Lost++;
        }
    }
}
