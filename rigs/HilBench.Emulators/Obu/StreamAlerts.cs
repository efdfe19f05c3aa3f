using HilBench.Links;
using HilBench.Wire.Alerts;

namespace HilBench.Emulators.Obu;

/// <summary>Warnings as lines of JSON on a stream.</summary>
/// <param name="stream">The device's end.</param>
public sealed class StreamAlerts(IStreamPort stream) : IAlertSink
{
    /// <summary>Warnings that the carrier did not take.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc/>
    public void Raise(AlertMessage alert)
    {
        try
        {
            stream.Send(alert.Encode());
        }
        catch (LinkException)
        {
            Lost++;
        }
    }
}
