using HilBench.Emulators.DualRing;

namespace HilBench.Tests.Emulators.DualRing;

/// <summary>Looks at an engine after every tick and writes down each rule that it breaks.</summary>
internal sealed class EngineWatch(DualRingEngine engine)
{
    private const char Green = 'G', Yellow = 'Y', Red = 'R', Walk = 'W', PedClear = 'C', DontWalk = 'D';

    private readonly Dictionary<Phase, SignalHistory> _vehicles = engine.Phases.ToDictionary(phase => phase, _ => new SignalHistory(Red));
    private readonly Dictionary<Phase, SignalHistory> _pedestrians = engine.Phases.ToDictionary(phase => phase, _ => new SignalHistory(DontWalk));
    private readonly Dictionary<Phase, long> _calledSince = [];
    private readonly Forecast _forecast = new(engine);
    private readonly long _serviceBound = 2 * engine.Phases.Sum(phase => (long)phase.GreatestGreen + phase.GreatestChange);

    public List<string> Offences { get; } = [];

    public int Greens { get; private set; }

    public int Walks { get; private set; }

    public int BoundedEnds { get; private set; }

    public void Look()
    {
        var shown = engine.Phases.ToDictionary(phase => phase, Shown);
        foreach (var phase in engine.Phases)
        {
            Excuse(phase);
            var forecast = _forecast.Of(phase);
            LookAtVehicles(phase, shown[phase], forecast);
            LookAtPedestrians(phase, shown[phase], forecast);
            LookAtCalls(phase);
            foreach (var other in engine.Phases)
            {
                var conflict = other.Number > phase.Number && (other.Ring == phase.Ring || other.Group != phase.Group);
                if (conflict && shown[phase] != Red && shown[other] != Red)
                {
                    Offences.Add($"tick {engine.Tick}: {phase.Number} shown with {other.Number}");
                }
            }
        }
    }

    /// <summary>Orders from outside may break what was promised before them, and a stopped timer does not count.</summary>
    private void Excuse(Phase phase)
    {
        foreach (var history in (SignalHistory[])[_vehicles[phase], _pedestrians[phase]])
        {
            if (engine.Discontinuous)
            {
                history.Release();
            }

            if (RingOf(phase).Stopped)
            {
                history.Stop();
            }
        }

        if (engine.Discontinuous || engine.Controls != default || engine.Diverted)
        {
            _calledSince.Remove(phase);
        }
    }

    private Ring RingOf(Phase phase) => engine.Rings.First(ring => ring.Phases.Contains(phase));

    private char Shown(Phase phase)
    {
        var ring = RingOf(phase);
        return phase.Green ? Green : ring.Current == phase && ring.Yellow(engine.Tick) ? Yellow : Red;
    }

    private void LookAtVehicles(Phase phase, char shown, PhaseForecast forecast)
    {
        var history = _vehicles[phase];
        if (shown != history.State)
        {
            var change = $"{history.State}{shown}";
            var lasted = engine.Tick - history.Since;
            Check(change is "RG" or "GY" or "YR", phase, $"went {change}");
            Check(history.State != Green || lasted >= phase.Row.MinGreen, phase, $"green of {lasted}");
            Check(history.State != Yellow || lasted == phase.Row.Yellow, phase, $"yellow of {lasted}");
            Check(change != "RG" || history.Since == 0 || lasted >= phase.Row.RedClear, phase, $"red of {lasted}");
            BoundedEnds += history.State == Green && history.Latest < long.MaxValue ? 1 : 0;
            Greens += shown == Green ? 1 : 0;
            Offences.AddRange(history.Change(shown, engine.Tick).Select(offence => $"tick {engine.Tick} phase {phase.Number}: {offence}"));
        }

        Offences.AddRange(history.Promise(forecast.VehMin, forecast.VehMax, engine.Tick)
            .Select(offence => $"tick {engine.Tick} phase {phase.Number} {shown}: {offence}"));
        Check(shown != Yellow || forecast.VehMin == forecast.VehMax || engine.Controls.StopTime != 0, phase, "yellow without an exact end");
    }

    private void LookAtPedestrians(Phase phase, char vehicles, PhaseForecast forecast)
    {
        var shown = !phase.Green || phase.WalkStart is null || engine.Tick >= phase.PedEnd ? DontWalk : engine.Tick < phase.WalkEnd ? Walk : PedClear;
        var history = _pedestrians[phase];
        Check(shown == DontWalk || vehicles == Green, phase, "pedestrians served without green");
        if (!phase.HasPedestrians)
        {
            Check(shown == DontWalk, phase, "pedestrians without signals");
            return;
        }

        if (shown != history.State)
        {
            var change = $"{history.State}{shown}";
            var lasted = engine.Tick - history.Since;
            Check(change is "DW" or "WC" or "CD" || (change == "WD" && phase.Row.PedClear == 0) || change == "CW", phase, $"pedestrians went {change}");
            Check(history.State != Walk || lasted == phase.Row.Walk, phase, $"walk of {lasted}");
            Check(history.State != PedClear || lasted == phase.Row.PedClear, phase, $"pedestrian clearance of {lasted}");
            Walks += shown == Walk ? 1 : 0;
            Offences.AddRange(history.Change(shown, engine.Tick).Select(offence => $"tick {engine.Tick} pedestrians {phase.Number}: {offence}"));
        }

        Offences.AddRange(history.Promise(forecast.PedMin, forecast.PedMax, engine.Tick)
            .Select(offence => $"tick {engine.Tick} pedestrians {phase.Number} {shown}: {offence}"));
    }

    private void LookAtCalls(Phase phase)
    {
        if (!phase.Called)
        {
            _calledSince.Remove(phase);
            return;
        }

        _calledSince.TryAdd(phase, engine.Tick);
        Check(engine.Tick - _calledSince[phase] <= _serviceBound, phase, "called and not served");
    }

    private void Check(bool kept, Phase phase, string offence)
    {
        if (!kept)
        {
            Offences.Add($"tick {engine.Tick} phase {phase.Number}: {offence}");
        }
    }

    /// <summary>What one signal has shown since when, and what was promised meanwhile.</summary>
    private sealed class SignalHistory(char state)
    {
        private long _earliest;

        public char State { get; private set; } = state;

        public long Since { get; private set; }

        public long Latest { get; private set; } = long.MaxValue;

        public void Release() => (_earliest, Latest) = (0, long.MaxValue);

        public void Stop() => Since++;

        public IEnumerable<string> Promise(long min, long? max, long tick)
        {
            if (min < 1 || max < min)
            {
                yield return $"promised {min} to {max}";
            }

            if (tick + min < _earliest)
            {
                yield return $"least end moved from {_earliest} to {tick + min}";
            }

            if (tick + (max ?? long.MaxValue - tick) > Latest)
            {
                yield return $"greatest end moved from {Latest} to {tick + max}";
            }

            _earliest = Math.Max(_earliest, tick + min);
            Latest = Math.Min(Latest, tick + (max ?? long.MaxValue - tick));
        }

        public IEnumerable<string> Change(char state, long tick)
        {
            var (was, earliest, latest) = (State, _earliest, Latest);
            (State, Since, _earliest, Latest) = (state, tick, 0, long.MaxValue);
            if (tick < earliest || tick > latest)
            {
                yield return $"{was} ended at {tick}, promised {earliest} to {latest}";
            }
        }
    }
}
