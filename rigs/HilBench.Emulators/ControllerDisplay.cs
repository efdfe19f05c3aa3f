using System.Collections.Immutable;
using HilBench.Emulators.DualRing;
using HilBench.Emulators.Ntcip1202;
using HilBench.Links;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Tscbm;

namespace HilBench.Emulators;

/// <summary>What a controller shows and publishes of its engine's state.</summary>
internal sealed class ControllerDisplay(ControllerUnit unit, ImmutableHashSet<string> defects)
{
    private const int EarlyGreenTicks = 10;
    private const int RetreatTicks = 15;
    private const int FlashTicks = 5;

    private readonly DualRingEngine _engine = unit.Engine;
    private readonly Forecast _forecast = new(unit.Engine);
    private readonly HashSet<int> _retreated = [];
    private readonly bool _skipYellow = defects.Contains(DefectTable.SkipYellow);
    private readonly bool _conflictingGreen = defects.Contains(DefectTable.ConflictingGreen);
    private readonly bool _minEndRetreats = defects.Contains(DefectTable.MinEndRetreats);
    private byte _datagrams;

    /// <summary>Ticks in which certainly no lamp changes.</summary>
    public long QuietTicks => _engine.Phases.Min(phase =>
    {
        var forecast = _forecast.Of(phase);
        return phase.HasPedestrians ? Math.Min(forecast.VehMin, forecast.PedMin) : forecast.VehMin;
    });

    public LampStates Lamps()
    {
        if (_engine.Flashing)
        {
            // All phases flash red, one flash a second; pedestrian signals are dark.
            return new LampStates(0, _engine.Tick / FlashTicks % 2 == 0 ? unit.Bits(_ => true) : (ushort)0, 0, 0, 0, 0, 0);
        }

        ushort reds = 0, yellows = 0, greens = 0, dontWalks = 0, pedClears = 0, walks = 0;
        foreach (var phase in _engine.Phases)
        {
            var bit = (ushort)(1 << (phase.Number - 1));
            switch (ColourOf(phase))
            {
                case Colour.Green:
                    greens |= bit;
                    break;
                case Colour.Yellow:
                    yellows |= bit;
                    break;
                default:
                    reds |= bit;
                    break;
            }

            if (!phase.HasPedestrians)
            {
                continue;
            }

            var walk = phase.Green && _engine.Tick < phase.WalkEnd;
            var clear = phase.Green && !walk && _engine.Tick < phase.PedEnd;
            walks |= walk ? bit : (ushort)0;
            pedClears |= clear ? bit : (ushort)0;
            dontWalks |= walk || clear ? (ushort)0 : bit;
        }

        return new LampStates(0, reds, yellows, greens, dontWalks, pedClears, walks);
    }

    public TscbmMessage Message(LampStates lamps, Instant at)
    {
        var blocks = ImmutableArray.CreateBuilder<TscbmBlock>(TscbmMessage.BlockCount);
        for (var number = 1; number <= TscbmMessage.BlockCount; number++)
        {
            var phase = _engine.Phases.FirstOrDefault(candidate => candidate.Number == number);
            blocks.Add(phase is null ? new TscbmBlock((byte)number, 0, 0, 0, 0, 0, 0) : Block(phase));
        }

        var flashing = _engine.Flashing ? unit.Bits(_ => true) : (ushort)0;
        var pedestrians = unit.Feed == FeedForm.SpatWithPedestrians;
        var time = unit.Clock.Of(at).TimeOfDay;
        return new TscbmMessage
        {
            Blocks = blocks.MoveToImmutable(),
            PhaseReds = (ushort)(lamps.Reds | flashing),
            PhaseYellows = lamps.Yellows,
            PhaseGreens = lamps.Greens,
            DontWalks = lamps.DontWalks,
            PedClears = lamps.PedClears,
            Walks = lamps.Walks,
            FlashingPhases = flashing,
            IntersectionStatus = Status(),
            ActionPlan = (byte)_engine.Plan,
            DiscontinuousChange = _engine.Discontinuous ? (byte)1 : (byte)0,
            MessageVersion = unit.Has(PersonalityTable.TscbmVersion2) ? (byte)2 : (byte)1,
            Sequence = unit.Has(PersonalityTable.TscbmCountsDatagrams) ? _datagrams++ : (byte)_engine.Tick,
            Timestamp = unit.Has(PersonalityTable.TscbmSecondsOfDay) ? TscbmTimestamp.FromSecondsOfDay(time) : TscbmTimestamp.FromHourMinuteSecond(time),
            PedCalls = pedestrians ? unit.PedCalls : null,
            PedDetects = pedestrians ? unit.Buttons : null,
        };
    }

    private TscbmStatus Status()
    {
        var allStopped = _engine.Rings.All(ring => ring.Stopped);
        return (allStopped ? TscbmStatus.StopTime : TscbmStatus.None)
            | (_engine.ActivePreempt != 0 ? TscbmStatus.Preempt : TscbmStatus.None)
            | (_engine.Flashing ? TscbmStatus.ProgrammedFlash : TscbmStatus.None);
    }

    private TscbmBlock Block(Phase phase)
    {
        if (_engine.Flashing || unit.Has(PersonalityTable.TscbmUnknownTimes))
        {
            const ushort unknown = TscbmBlock.Unknown;
            return new TscbmBlock((byte)phase.Number, unknown, unknown, unknown, unknown, unknown, unknown);
        }

        var forecast = Published(phase);
        var (pedMin, pedMax) = phase.HasPedestrians ? (forecast.PedMin, forecast.PedMax) : (0, 0);
        return new TscbmBlock((byte)phase.Number, Tenths(forecast.VehMin), Tenths(forecast.VehMax), Tenths(pedMin), Tenths(pedMax), 0, 0);
    }

    private PhaseForecast Published(Phase phase)
    {
        var forecast = _forecast.Of(phase);
        if (_skipYellow && RingOf(phase) is { } yellowRing && yellowRing.Current == phase && yellowRing.Yellow(_engine.Tick))
        {
            return forecast with { VehMin = _forecast.TicksToGreen(phase), VehMax = null };
        }

        if (_conflictingGreen && EarlyGreen(phase))
        {
            return forecast with { VehMin = _engine.StartOfNext(RingOf(phase)) + phase.LeastGreen - _engine.Tick, VehMax = null };
        }

        if (_minEndRetreats)
        {
            return Retreated(phase, forecast);
        }

        return forecast;
    }

    private PhaseForecast Retreated(Phase phase, PhaseForecast forecast)
    {
        if (!phase.Green)
        {
            _retreated.Remove(phase.Number);
            return forecast;
        }

        if (_engine.Tick - phase.GreenStart >= 10 && forecast.VehMin > RetreatTicks + 5)
        {
            _retreated.Add(phase.Number);
        }

        return _retreated.Contains(phase.Number) ? forecast with { VehMin = Math.Max(1, forecast.VehMin - RetreatTicks) } : forecast;
    }

    private Colour ColourOf(Phase phase)
    {
        if (phase.Green || (_conflictingGreen && EarlyGreen(phase)))
        {
            return Colour.Green;
        }

        var ring = RingOf(phase);
        return ring.Current == phase && ring.Yellow(_engine.Tick) && !_skipYellow ? Colour.Yellow : Colour.Red;
    }

    /// <summary>The next phase of a ring, from a second before the yellow of the phase before it ends.</summary>
    private bool EarlyGreen(Phase phase)
    {
        var ring = RingOf(phase);
        return ring.Changing && ring.Next == phase && ring.Current is { } before && before != phase && _engine.Tick >= ring.YellowEnd - EarlyGreenTicks;
    }

    private Ring RingOf(Phase phase) => _engine.Rings.First(ring => ring.Phases.Contains(phase));

    private static ushort Tenths(long? ticks) => ticks is { } known ? (ushort)Math.Clamp(known, 0, TscbmBlock.Unknown - 1) : TscbmBlock.Unknown;

    private enum Colour
    {
        Red,
        Yellow,
        Green,
    }
}
