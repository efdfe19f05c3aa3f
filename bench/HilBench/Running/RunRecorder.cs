using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Running;

/// <summary>Takes what all taps of a run observe into its capture, up to the end mark.</summary>
/// <param name="capture">The capture.</param>
public sealed class RunRecorder(CaptureWriter capture)
{
    private bool _stopped;
    private bool _ended;

    /// <summary>Packets recorded so far.</summary>
    public int Packets => capture.Packets;

    /// <summary>Records what a tap observed; what arrives after the scenario is over is not part of the run.</summary>
    /// <exception cref="CaptureException">The capture cannot be written.</exception>
    public void Record(TapFrame frame)
    {
        if (!_stopped)
        {
            capture.Write(frame);
        }
    }

    /// <summary>The scenario is over: from now on only marks of the bench are recorded.</summary>
    public void Stop() => _stopped = true;

    /// <summary>Records a mark of the bench, also after the scenario is over.</summary>
    /// <exception cref="CaptureException">The capture cannot be written.</exception>
    public void Mark(TapFrame mark)
    {
        if (!_ended)
        {
            capture.Write(mark);
        }
    }

    /// <summary>Records the end mark: the last packet of a complete run.</summary>
    /// <exception cref="CaptureException">The capture cannot be written.</exception>
    public void End(TapFrame mark)
    {
        Mark(mark);
        _stopped = _ended = true;
    }
}
