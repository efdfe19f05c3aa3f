using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using HilBench.Links;
using HilBench.Wire.GbT20999;

namespace HilBench.Emulators.GbT20999;

/// <summary>The values of a controller that can be read. One element at a time: what an answer to "all elements" looks like was not to be found.</summary>
internal sealed class ControllerValues(EventLoop loop, GbT20999Settings settings, ISignalProgram program, CentreOrders orders)
{
    private const uint Remembered = 255;

    private readonly LampGroups _lamps = new(program);
    private readonly List<GbReport> _reports = [];
    private uint _alarms;
    private uint _faults;

    /// <summary>Remembers an alarm or fault, of which the last 255 of each kind can be read.</summary>
    public GbReport Remember(bool isFault, byte kind, byte detail)
    {
        var number = isFault ? ++_faults : ++_alarms;
        var report = new GbReport(isFault, (byte)(((number - 1) % Remembered) + 1), number, kind, detail, loop.Now.ToUtc());
        _reports.RemoveAll(old => old.IsFault == isFault && old.Element == report.Element);
        _reports.Add(report);
        return report;
    }

    /// <summary>Reads a value.</summary>
    /// <returns>Null when the controller does not have it, or does not tell it.</returns>
    public ImmutableArray<byte>? Read(GbObjectId id)
    {
        if (id.Element == 0)
        {
            return ReadSingle(id);
        }

        var element = id.Element;
        var table = id.Of(0);
        return id.Class switch
        {
            3 or 4 => ReadLamps(table, element),
            6 => element <= program.Stages.Length ? ReadStage(table, element) : null,
            13 => element == settings.IntersectionId ? ReadRun(table) : null,
            15 or 16 => _reports.LastOrDefault(report => report.IsFault == (id.Class == 16) && report.Element == element) is { } report
                ? Find(report, id)
                : null,
            17 => orders.Read(id),
            _ => null,
        };
    }

    private ImmutableArray<byte>? ReadSingle(GbObjectId id) => id switch
    {
        _ when id == GbObjects.Manufacturer => Text(settings.Manufacturer, 128),
        _ when id == GbObjects.DeviceVersion => Octets(settings.DeviceVersion),
        _ when id == GbObjects.DeviceNumber => Text(settings.DeviceNumber, 16),
        _ when id == GbObjects.ControllerId => Octets(settings.ControllerId),
        _ when id == GbObjects.IntersectionCount => [1],
        _ when id == GbObjects.LampGroupCount => [(byte)_lamps.Count],
        _ when id == GbObjects.PhaseCount => [(byte)program.Phases.Length],
        _ when id == GbObjects.StageCount => [(byte)program.Stages.Length],
        _ when id == GbObjects.PlanCount => [(byte)program.Plans.Length],
        _ when id == GbObjects.UniversalTime => GbTime.Write(loop.Now.ToUtc()),
        _ when id == GbObjects.AlarmCount => Octets((uint)_reports.Count(report => !report.IsFault)),
        _ when id == GbObjects.FaultCount => Octets((uint)_reports.Count(report => report.IsFault)),
        { Class: 17 } => orders.Read(id),
        _ => null,
    };

    private ImmutableArray<byte>? ReadLamps(GbObjectId table, int element)
    {
        if (table == GbObjects.PhaseLampGroup)
        {
            // Lamp groups of vehicles are numbered as the phases are.
            return element <= program.Phases.Length ? [(byte)element] : null;
        }

        return element > _lamps.Count ? null
            : table == GbObjects.LampGroupKind ? [(byte)_lamps.KindOf(element)]
            : table == GbObjects.LampGroupState ? [(byte)_lamps.StateOf(element)] : null;
    }

    private ImmutableArray<byte>? ReadStage(GbObjectId table, int stage)
    {
        var running = program.Running;
        var now = running.Stage == stage && !program.Flashing;
        return table switch
        {
            _ when table == GbObjects.StagePhases => Phases(stage),
            _ when table == GbObjects.StageState =>
                [(byte)(!now ? GbStageState.Waiting : running.Changing ? GbStageState.Changing : GbStageState.Served)],
            _ when table == GbObjects.StageElapsed => Seconds(now ? Math.Floor(running.Elapsed.TotalSeconds) : 0),
            _ when table == GbObjects.StageRemaining => Seconds(now ? Math.Ceiling(running.Remaining.TotalSeconds) : 0),
            _ => null,
        };
    }

    private ImmutableArray<byte>? ReadRun(GbObjectId table) => table switch
    {
        _ when table == GbObjects.RunMode => [(byte)orders.Mode],
        _ when table == GbObjects.CurrentPlan => [(byte)program.Plan],
        _ when table == GbObjects.CurrentStage => [(byte)program.Running.Stage],
        _ => null,
    };

    private ImmutableArray<byte> Phases(int stage)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(octets, program.Stages[stage - 1].Aggregate(0ul, (bits, phase) => bits | (1ul << (phase - 1))));
        return [.. octets];
    }

    private ImmutableArray<byte> Seconds(double seconds)
    {
        var whole = (uint)Math.Clamp(seconds, 0, ushort.MaxValue);
        return settings.Personalities.Contains(PersonalityTable.GbStageTimesShort) ? [(byte)(whole >> 8), (byte)whole] : Octets(whole);
    }

    private static ImmutableArray<byte>? Find(GbReport report, GbObjectId id)
    {
        foreach (var (found, data) in report.Values())
        {
            if (found == id)
            {
                return data;
            }
        }

        return null;
    }

    private static ImmutableArray<byte> Octets(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static ImmutableArray<byte> Text(string text, int length)
    {
        var octets = new byte[length];
        var utf8 = Encoding.UTF8.GetBytes(text);
        utf8.AsSpan(0, Math.Min(utf8.Length, length)).CopyTo(octets);
        return [.. octets];
    }
}
