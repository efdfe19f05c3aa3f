using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Scenarios;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.J2735;
using HilBench.Wire.Tscbm;

namespace HilBench.Scene;

/// <summary>What was last said of an intersection's signals: by its lamps, by its controller's feed, by the SPaT on the air.</summary>
internal sealed class SignalBoard
{
    private const double Tenth = 0.1;
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, (Instant At, LampStates Lamps)> _lamps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant At, TscbmMessage Message)> _feeds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (Instant At, ImmutableArray<MovementState> States)> _spats = [];
    private ImmutableArray<IntersectionSignalGroups> _mappings = [];

    public void Observe(Observation observation)
    {
        switch (observation.Content)
        {
            case SignalGroupsContent groups:
                _mappings = groups.Intersections;
                break;
            case LampContent lamps:
                _lamps[TapName.Device(observation.Tap)] = (observation.At, lamps.Lamps);
                break;
            case TscbmContent feed:
                _feeds[TapName.Device(observation.Tap)] = (observation.At, feed.Message);
                break;
            case AirContent { Frame.Value.Value: SPAT spat } when observation.Direction == Direction.FromDevice:
                foreach (var state in spat.Intersections)
                {
                    _spats[state.Id.Id] = (observation.At, state.States);
                }

                break;
        }
    }

    /// <summary>The signal groups of a site.</summary>
    public ImmutableArray<SceneSignal> At(Instant now, Site site)
    {
        var mapping = _mappings.FirstOrDefault(known => known.Intersection == site.Intersection);
        var crosswalks = site.Lanes.Where(lane => lane.Use == LaneUse.Crosswalk).Select(lane => lane.Id).ToHashSet();
        return
        [
            .. site.Connections.Where(way => way.SignalGroup is not null)
                .GroupBy(way => way.SignalGroup!.Value)
                .OrderBy(ways => ways.Key)
                .Select(ways => Signal(now, site, ways.Key, ways.All(way => crosswalks.Contains(way.From)), mapping)),
        ];
    }

    private SceneSignal Signal(Instant now, Site site, int number, bool isPedestrian, IntersectionSignalGroups? mapping)
    {
        var group = mapping?.Groups.FirstOrDefault(known => known.Group == number);
        var movement = _spats.TryGetValue(site.Intersection, out var spat) && now - spat.At < Stale
            ? spat.States.FirstOrDefault(state => state.SignalGroup == number)?.StateTimeSpeed.FirstOrDefault()
            : null;
        var claimed = movement is null ? SignalState.Unknown : State(SignalIndications.Of(movement.EventState));
        var feed = mapping is not null && _feeds.TryGetValue(mapping.Controller, out var told) && now - told.At < Stale ? told.Message : null;
        var (least, most) = movement?.Timing is { } timing
            ? (Until(timing.MinEndTime, now), timing.MaxEndTime is { } max ? Until(max, now) : null)
            : feed is not null && group is not null ? Times(feed, group) : (null, null);
        var (state, source) = group is not null && mapping is not null && _lamps.TryGetValue(mapping.Controller, out var lamps) && now - lamps.At < Stale
            ? (State(SignalIndications.Of(lamps.Lamps, group)), "lamps")
            : feed is not null && group is not null ? (State(SignalIndications.Of(feed, group)), "feed")
            : (claimed, "SPaT");
        return new SceneSignal(number, isPedestrian, state, source, claimed, least, most);
    }

    private static (double? Least, double? Most) Times(TscbmMessage feed, SignalGroupPhase group)
    {
        var block = feed.Blocks.FirstOrDefault(known => known.Number == (group.Phase ?? group.PedPhase));
        return group.Phase is null ? (Seconds(block.PedMin), Seconds(block.PedMax)) : (Seconds(block.VehMin), Seconds(block.VehMax));
    }

    private static double? Seconds(ushort tenths) => tenths == TscbmBlock.Unknown ? null : tenths * Tenth;

    private static double? Until(int mark, Instant now)
    {
        var utc = now.ToUtc();
        return TimeMark.ToUtc(mark, utc) is { } time ? Math.Max(0, (time - utc).TotalSeconds) : null;
    }

    private static SignalState State(SignalIndication? indication) => indication switch
    {
        SignalIndication.Red => SignalState.Red,
        SignalIndication.Yellow => SignalState.Yellow,
        SignalIndication.Green => SignalState.Green,
        _ => SignalState.Unknown,
    };
}
