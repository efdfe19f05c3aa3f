using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Running;

/// <summary>Takes what all taps of a run observe into its capture, up to the end mark.</summary>
/// <param name="capture">The capture.</param>
public sealed class RunRecorder(CaptureWriter capture)
{
    private bool _ended;

    /// <summary>Packets recorded so far.</summary>
    public int Packets => capture.Packets;

    /// <summary>Records what a tap observed; what arrives after the end mark is not part of the run.</summary>
    /// <exception cref="CaptureException">The capture cannot be written.</exception>
    public void Record(TapFrame frame)
    {
        if (!_ended)
        {
            capture.Write(frame);
        }
    }

    /// <summary>Records the end mark: the last packet of a complete run.</summary>
    /// <exception cref="CaptureException">The capture cannot be written.</exception>
    public void End(TapFrame mark)
    {
        Record(mark);
        _ended = true;
    }
}
