using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Runs;

/// <summary>Gathers what one signal group shows. A dark lamp between two flashes is no change.</summary>
internal sealed class SignalTrackBuilder(SignalGroupPhase group)
{
    private readonly ImmutableArray<SignalStep>.Builder _steps = ImmutableArray.CreateBuilder<SignalStep>();
    private SignalIndication? _shown;
    private long _omitted;

    /// <summary>The signal group.</summary>
    public SignalGroupPhase Group => group;

    /// <summary>Takes what it shows now.</summary>
    public void Show(SignalIndication? indication, Instant at)
    {
        if (indication is not { } lit || lit == _shown)
        {
            return;
        }

        _shown = lit;
        if (_steps.Count < TimelineScan.MostMarks)
        {
            _steps.Add(new SignalStep(at, lit.ToString().ToLowerInvariant()));
        }
        else
        {
            _omitted++;
        }
    }

    /// <summary>The track.</summary>
    public SignalTrack ToTrack(string device) => new(device, group.Group, group.Phase is null, _steps.ToImmutable(), _omitted);
}
