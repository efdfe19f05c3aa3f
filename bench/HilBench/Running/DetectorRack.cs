using HilBench.Scenarios;
using HilBench.Wire.CabinetIo;

namespace HilBench.Running;

/// <summary>The detectors of the site: which are on now, by scripted calls and by vehicles.</summary>
internal sealed class DetectorRack
{
    private readonly int[] _vehicleCalls = new int[16];
    private readonly int[] _pedCalls = new int[16];
    private ushort _occupied;
    private uint _sequence;
    private DetectorInputs? _last;

    /// <summary>Plan that the controller is told to run.</summary>
    public int Plan { get; set; }

    public void On(DetectorCall call) => Add(call, 1);

    public void Off(DetectorCall call) => Add(call, -1);

    public void Occupy(ushort phases) => _occupied = phases;

    /// <summary>The inputs, if they changed since they were last taken.</summary>
    public DetectorInputs? TakeChange()
    {
        var inputs = new DetectorInputs(_sequence, (ushort)(Bits(_vehicleCalls) | _occupied), Bits(_pedCalls), (byte)Plan);
        if (_last is not null && inputs with { Sequence = _last.Sequence } == _last)
        {
            return null;
        }

        _sequence++;
        return _last = inputs;
    }

    private static ushort Bits(int[] counts)
    {
        var bits = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            bits |= counts[i] > 0 ? 1 << i : 0;
        }

        return (ushort)bits;
    }

    private void Add(DetectorCall call, int change)
    {
        if (call.Phase is { } phase)
        {
            _vehicleCalls[phase - 1] += change;
        }

        if (call.PedPhase is { } pedPhase)
        {
            _pedCalls[pedPhase - 1] += change;
        }
    }
}
