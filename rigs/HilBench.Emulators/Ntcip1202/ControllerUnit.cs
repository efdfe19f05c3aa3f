using HilBench.Emulators.DualRing;
using HilBench.Emulators.GbT20999;
using HilBench.Links;
using HilBench.Wire.CabinetIo;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>The controller that stands behind the lamps, the feed and the objects: engine, orders, detectors, clock. Detector n calls phase n.</summary>
internal sealed class ControllerUnit
{
    private const int ExternalMinimumRecall = 0x04;

    private readonly int _firstPlan;
    private int _localPlan;

    public ControllerUnit(EventLoop loop, SignalControllerSettings settings)
    {
        var ntcip = settings.Ntcip;
        PersonalityTable.Check(DefectTable.Controller, ntcip.Personalities);
        if (ntcip.BackupSeconds is < 0 or > 65535)
        {
            throw new ArgumentException($"The backup time is {ntcip.BackupSeconds} s, expected 0 to 65535.", nameof(settings));
        }

        Settings = ntcip;
        Engine = new DualRingEngine(settings.Plans, ntcip.Preempts);
        Controls = new SystemControls(ntcip.BackupSeconds);
        Clock = new UnitClock(loop);
        Phases = Engine.Phases.Max(phase => phase.Number) > 8 ? 16 : 8;
        Detectors = new VolumeOccupancy(Phases);
        Feed = Has(PersonalityTable.SpatOffAtStart) ? FeedForm.Off : FeedForm.Spat;
        PhaseRedReverts = Engine.Phases.ToDictionary(phase => phase.Number, phase => phase.Rows[0].RedRevert);
        _firstPlan = _localPlan = Engine.Plans[0];
        Program = new UnitProgram(this);
    }

    public Ntcip1202Settings Settings { get; }

    public DualRingEngine Engine { get; }

    public SystemControls Controls { get; }

    /// <summary>The program as stages, which a host may order (GB/T 20999).</summary>
    public UnitProgram Program { get; }

    public UnitClock Clock { get; }

    public VolumeOccupancy Detectors { get; }

    /// <summary>How many phases, and detectors of each kind, the tables have: 8 or 16.</summary>
    public int Phases { get; }

    /// <summary>The feed that is enabled.</summary>
    public FeedForm Feed { get; set; }

    /// <summary>What the lamps show.</summary>
    public LampStates Lamps { get; set; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Push buttons that are pressed; bit 0 is phase 1.</summary>
    public ushort Buttons { get; private set; }

    /// <summary>phaseRedRevert of each phase, tenths of a second.</summary>
    public Dictionary<int, int> PhaseRedReverts { get; }

    /// <summary>unitRedRevert: least red revert of all phases, tenths of a second.</summary>
    public int UnitRedRevert { get; private set; }

    /// <summary>Phases with a vehicle call.</summary>
    public ushort VehicleCalls => Bits(phase => phase.VehicleCall);

    /// <summary>Phases with a pedestrian call.</summary>
    public ushort PedCalls => Bits(phase => phase.PedCall);

    /// <summary>Whether a pattern is commanded that there is none of: the unit runs free.</summary>
    public bool BadPattern => Controls.Pattern is > 0 and < SystemControls.Free && !Engine.Plans.Contains(Controls.Pattern);

    public bool Has(string personality) => Settings.Personalities.Contains(personality);

    /// <summary>The phases for which something holds; bit 0 is phase 1.</summary>
    public ushort Bits(Func<Phase, bool> holds) =>
        (ushort)Engine.Phases.Where(holds).Aggregate(0, (bits, phase) => bits | (1 << (phase.Number - 1)));

    /// <summary>Advances by a tenth of a second.</summary>
    /// <param name="vehicles">Vehicle detectors of the rack.</param>
    /// <param name="buttons">Push buttons of the rack.</param>
    /// <param name="plan">Plan that the rack asks for; 0 keeps the one before.</param>
    public void Step(ushort vehicles, ushort buttons, int plan)
    {
        Controls.Tick();
        var calls = Controls.TakeCalls();
        vehicles |= calls.VehicleDetectors;
        Buttons = (ushort)(buttons | calls.PedDetectors);
        Detectors.Tick(vehicles, Clock.GlobalTime);
        _localPlan = Engine.Plans.Contains(plan) ? plan : _localPlan;
        var recalls = (Controls.Unit & ExternalMinimumRecall) != 0 ? Bits(phase => !phase.Green) : 0;
        Engine.Step(
            new CallInputs((ushort)(vehicles | calls.VehiclePhases | recalls | Program.Calls), (ushort)(Buttons | calls.PedPhases), PlanInForce()),
            Program.AddTo(Controls.Orders()));
        Controls.Ended(Engine.EndedGreens);
    }

    /// <summary>Assigns unitRedRevert.</summary>
    public void SetUnitRedRevert(int tenths)
    {
        UnitRedRevert = tenths;
        foreach (var phase in Engine.Phases)
        {
            SetRedRevert(phase, PhaseRedReverts[phase.Number]);
        }
    }

    /// <summary>Assigns phaseRedRevert.</summary>
    public void SetRedRevert(Phase phase, int tenths)
    {
        PhaseRedReverts[phase.Number] = tenths;
        Engine.Retime(phase, row => row with { RedRevert = Math.Max(tenths, UnitRedRevert) });
    }

    private int PlanInForce() => Controls.Pattern switch
    {
        _ when Program.Orders.Plan != 0 => Program.Orders.Plan,
        0 or SystemControls.Flash => _localPlan,
        SystemControls.Free => _firstPlan,
        var pattern => Engine.Plans.Contains(pattern) ? pattern : _firstPlan,
    };
}
