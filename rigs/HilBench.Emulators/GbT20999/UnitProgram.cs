using System.Collections.Immutable;
using HilBench.Emulators.DualRing;
using HilBench.Emulators.Ntcip1202;
using HilBench.Wire.CabinetIo;

namespace HilBench.Emulators.GbT20999;

/// <summary>
/// A dual-ring controller's program as stages: a stage is one phase of each ring of one barrier group. A stage is ordered by holding its phases and
/// omitting and forcing off all others: the engine keeps its minimum, pedestrian and change intervals.
/// </summary>
internal sealed class UnitProgram : ISignalProgram
{
    private static readonly TimeSpan TickLength = TimeSpan.FromMilliseconds(100);

    private readonly ControllerUnit _unit;
    private readonly Forecast _forecast;

    public UnitProgram(ControllerUnit unit)
    {
        _unit = unit;
        _forecast = new Forecast(unit.Engine);
        Phases = [.. unit.Engine.Phases.OrderBy(phase => phase.Number).Select(phase => (phase.Number, phase.HasPedestrians))];
        Stages = [.. unit.Engine.Phases.Select(phase => phase.Group).Distinct().Order().SelectMany(StagesOf)];
    }

    public LampStates Lamps => _unit.Lamps;

    public ImmutableArray<(int Phase, bool HasPedestrians)> Phases { get; }

    public ImmutableArray<ImmutableArray<int>> Stages { get; }

    public ImmutableArray<int> Plans => _unit.Engine.Plans;

    public int Plan => _unit.Engine.Plan;

    public bool Flashing => _unit.Engine.Flashing;

    public RunningStage Running => Flashing ? default : Served() ?? Entered();

    public SignalOrders Orders { get; set; }

    /// <summary>Phases that are called because their stage is ordered; bit 0 is phase 1.</summary>
    public ushort Calls => Ordered;

    private ushort Ordered => Orders.Stage == 0 ? (ushort)0 : Bits(Stages[Orders.Stage - 1]);

    /// <summary>Adds what is ordered to orders from elsewhere.</summary>
    public EngineControls AddTo(EngineControls controls)
    {
        var all = Bits(Phases.Select(phase => phase.Phase));
        if (Orders.AllRed)
        {
            return controls with
            {
                PhaseOmit = all,
                ForceOff = (ushort)(controls.ForceOff | all),
                Hold = 0,
                RedRest = byte.MaxValue,
                RingForceOff = byte.MaxValue,
                Flash = controls.Flash || Orders.Flash,
            };
        }

        if (Ordered is var stage && stage == 0)
        {
            return controls with { Flash = controls.Flash || Orders.Flash };
        }

        var others = (ushort)(all & ~stage);
        return controls with
        {
            PhaseOmit = (ushort)(controls.PhaseOmit | others),
            ForceOff = (ushort)(controls.ForceOff | others),
            Hold = (ushort)(controls.Hold | stage),
            Flash = controls.Flash || Orders.Flash,
        };
    }

    private static ushort Bits(IEnumerable<int> phases) => (ushort)phases.Aggregate(0, (bits, phase) => bits | (1 << (phase - 1)));

    private IEnumerable<ImmutableArray<int>> StagesOf(int group)
    {
        IEnumerable<ImmutableArray<int>> stages = [[]];
        foreach (var ring in _unit.Engine.Rings.Where(ring => ring.Of(group).Any()))
        {
            stages = stages.SelectMany(stage => ring.Of(group).Select(phase => stage.Add(phase.Number)));
        }

        return stages;
    }

    private RunningStage? Served()
    {
        Phase[] greens = [.. _unit.Engine.Phases.Where(phase => phase.Green)];
        if (NumberOf(greens) is not (> 0 and var stage))
        {
            return null;
        }

        var tick = _unit.Engine.Tick;
        return new RunningStage(
            stage,
            Changing: false,
            TickLength * (tick - greens.Max(phase => phase.GreenStart)),
            TickLength * Math.Max(0, greens.Min(phase => _forecast.Of(phase).VehMin)));
    }

    private RunningStage Entered() => new(
        NumberOf(_unit.Engine.Rings.Select(ring => ring.Changing ? ring.Next : ring.Current).OfType<Phase>()), Changing: true, TimeSpan.Zero, TimeSpan.Zero);

    private int NumberOf(IEnumerable<Phase> phases)
    {
        var bits = Bits(phases.Select(phase => phase.Number));
        for (var index = 0; index < Stages.Length; index++)
        {
            if (Bits(Stages[index]) == bits)
            {
                return index + 1;
            }
        }

        return 0;
    }
}
