using HilBench.Emulators.DualRing;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>
/// The system control parameters of NTCIP 1202, and the timer that takes them back: when none is assigned for the backup time, all are
/// cleared and the unit is in backup mode until the next is assigned. In phase and detector bitmaps bit 0 is number 1.
/// </summary>
internal sealed class SystemControls(int backupSeconds)
{
    /// <summary>systemSyncControl that follows the local time base.</summary>
    public const int LocalSync = 255;

    /// <summary>systemPatternControl for free operation.</summary>
    public const int Free = 254;

    /// <summary>systemPatternControl for flash.</summary>
    public const int Flash = 255;

    private const int TicksPerSecond = 10;

    private readonly Dictionary<PhaseControlColumn, ushort> _phases = [];
    private readonly Dictionary<RingControlColumn, byte> _rings = [];
    private readonly SortedSet<int> _preempts = [];
    private readonly SortedSet<int> _specialFunctions = [];
    private ControllerCalls _pulses;
    private long _idleTicks;
    private bool _commanded;

    /// <summary>Seconds without an assignment after which the unit goes to backup mode; 0: never.</summary>
    public int BackupSeconds { get; set; } = backupSeconds;

    /// <summary>Whether the unit is in backup mode.</summary>
    public bool Backup { get; private set; }

    /// <summary>systemPatternControl: 0 standby, 1 to 253 a pattern, <see cref="Free"/>, <see cref="Flash"/>.</summary>
    public int Pattern { get; private set; }

    /// <summary>systemSyncControl.</summary>
    public int Sync { get; private set; } = LocalSync;

    /// <summary>unitControl.</summary>
    public int Unit { get; private set; }

    /// <summary>Vehicle detectors that are actuated by command.</summary>
    public ushort Vehicles { get; private set; }

    /// <summary>Pedestrian detectors that are actuated by command.</summary>
    public ushort Pedestrians { get; private set; }

    public ushort Phases(PhaseControlColumn column) => _phases.GetValueOrDefault(column);

    public byte Rings(RingControlColumn column) => _rings.GetValueOrDefault(column);

    public bool Preempt(int number) => _preempts.Contains(number);

    public bool SpecialFunction(int number) => _specialFunctions.Contains(number);

    public void SetPhases(PhaseControlColumn column, int group, int bits) => Command(() =>
    {
        _phases[column] = Octet(Phases(column), group, bits);
        _pulses |= Levels;
    });

    public void SetRings(RingControlColumn column, int bits) => Command(() => _rings[column] = (byte)bits);

    public void SetPreempt(int number, bool on) => Command(() => Switch(_preempts, number, on));

    public void SetSpecialFunction(int number, bool on) => Command(() => Switch(_specialFunctions, number, on));

    public void SetPattern(int pattern) => Command(() => Pattern = pattern);

    public void SetSync(int sync) => Command(() => Sync = sync);

    public void SetUnit(int bits) => Command(() => Unit = bits);

    public void SetVehicles(int group, int bits) => Command(() =>
    {
        Vehicles = Octet(Vehicles, group, bits);
        _pulses |= Levels;
    });

    public void SetPedestrians(int group, int bits) => Command(() =>
    {
        Pedestrians = Octet(Pedestrians, group, bits);
        _pulses |= Levels;
    });

    /// <summary>The calls that are commanded, with those that came and went since they were taken last.</summary>
    public ControllerCalls TakeCalls()
    {
        var calls = Levels | _pulses;
        _pulses = default;
        return calls;
    }

    /// <summary>The octet of a group of eight.</summary>
    public static int Octet(int bitmap, int group) => (bitmap >> (8 * (group - 1))) & 0xFF;

    /// <summary>Lets a tenth of a second pass.</summary>
    public void Tick()
    {
        if (_commanded && !Backup && BackupSeconds > 0 && ++_idleTicks > (long)BackupSeconds * TicksPerSecond)
        {
            Clear();
            Backup = true;
        }
    }

    /// <summary>Takes back the force-offs of phases whose green has ended.</summary>
    public void Ended(ushort phases)
    {
        if (phases != 0 && _phases.TryGetValue(PhaseControlColumn.ForceOff, out var forced))
        {
            _phases[PhaseControlColumn.ForceOff] = (ushort)(forced & ~phases);
        }
    }

    /// <summary>The orders for the engine.</summary>
    public EngineControls Orders() => _commanded
        ? new EngineControls
        {
            PhaseOmit = Phases(PhaseControlColumn.PhaseOmit),
            PedOmit = Phases(PhaseControlColumn.PedOmit),
            Hold = Phases(PhaseControlColumn.Hold),
            ForceOff = Phases(PhaseControlColumn.ForceOff),
            StopTime = Rings(RingControlColumn.StopTime),
            RingForceOff = Rings(RingControlColumn.ForceOff),
            Max2 = Rings(RingControlColumn.Max2),
            Max3 = Rings(RingControlColumn.Max3),
            MaxInhibit = Rings(RingControlColumn.MaxInhibit),
            PedRecycle = Rings(RingControlColumn.PedRecycle),
            RedRest = Rings(RingControlColumn.RedRest),
            OmitRedClear = Rings(RingControlColumn.OmitRedClear),
            Preempt = _preempts.Count == 0 ? 0 : _preempts.Min,
            Flash = Pattern == Flash,
        }
        : default;

    private ControllerCalls Levels => new(Vehicles, Pedestrians, Phases(PhaseControlColumn.VehCall), Phases(PhaseControlColumn.PedCall));

    private static void Switch(SortedSet<int> set, int number, bool on)
    {
        if (on)
        {
            set.Add(number);
        }
        else
        {
            set.Remove(number);
        }
    }

    private static ushort Octet(ushort bitmap, int group, int bits)
    {
        var shift = 8 * (group - 1);
        return (ushort)((bitmap & ~(0xFF << shift)) | (bits << shift));
    }

    private void Command(Action assign)
    {
        (_commanded, Backup, _idleTicks) = (true, false, 0);
        assign();
    }

    private void Clear()
    {
        _phases.Clear();
        _rings.Clear();
        _preempts.Clear();
        _specialFunctions.Clear();
        (Pattern, Sync, Unit, Vehicles, Pedestrians) = (0, LocalSync, 0, 0, 0);
    }
}
