using System.Collections.Immutable;

namespace HilBench.Emulators;

/// <summary>All defects of all emulators. Which purposes must catch them: <c>fixtures/catalogues/defects.csv</c>.</summary>
public static class DefectTable
{
    internal const string Controller = "signal-controller";
    internal const string Rsu = "rsu";
    internal const string Obu = "obu";

    internal const string SkipYellow = "skip-yellow";
    internal const string ConflictingGreen = "conflicting-green";
    internal const string FeedGap = "feed-gap";
    internal const string SlowFeed = "slow-feed";
    internal const string LateFeed = "late-feed";
    internal const string MinEndRetreats = "min-end-retreats";
    internal const string SpatDropFifth = "spat-drop-fifth";
    internal const string SpatDelay = "spat-delay-400ms";
    internal const string ExtraSignalGroup = "extra-signal-group";
    internal const string RevisionFrozen = "revision-frozen";
    internal const string MapRevisionRuns = "map-revision-runs";
    internal const string ForwardDelay = "ifm-delay-80ms";
    internal const string ForwardDropTenth = "ifm-drop-tenth";
    internal const string ForwardDuplicate = "ifm-duplicate";
    internal const string ForwardAlter = "ifm-alter";
    internal const string SecMarkOutOfRange = "sec-mark-out-of-range";
    internal const string BsmJitter = "bsm-jitter-20ms";
    internal const string MessageCountSkips = "msg-count-skips";
    internal const string MessageCountWrapsToOne = "msg-count-wraps-to-one";
    internal const string TemporaryIdChanges = "temporary-id-changes";

    /// <summary>The defects, by device.</summary>
    public static ImmutableArray<EmulatorDefect> All { get; } =
    [
        new(SkipYellow, Controller, "Green goes to red without yellow, on the lamps and in the feed."),
        new(ConflictingGreen, Controller, "A phase turns green a second before the yellow of the phase before it has ended."),
        new(FeedGap, Controller, "Every 20 s the feed is silent for half a second."),
        new(SlowFeed, Controller, "Every fifth datagram of the feed is missing: 8 Hz."),
        new(LateFeed, Controller, "The feed tells the state of 400 ms ago."),
        new(MinEndRetreats, Controller, "In mid-green the published minimum end moves 1.5 s earlier."),
        new(SpatDropFifth, Rsu, "Every fifth SPaT that brings no new state is not sent."),
        new(SpatDelay, Rsu, "SPaTs leave 400 ms late."),
        new(ExtraSignalGroup, Rsu, "SPaTs hold a signal group that the MAP does not have."),
        new(RevisionFrozen, Rsu, "The revision in SPaTs never changes."),
        new(MapRevisionRuns, Rsu, "The MAP's issue revision grows with every repetition."),
        new(ForwardDelay, Rsu, "Immediately forwarded messages leave 80 ms late."),
        new(ForwardDropTenth, Rsu, "Every tenth message for immediate forwarding is lost."),
        new(ForwardDuplicate, Rsu, "Every tenth message for immediate forwarding is sent twice."),
        new(ForwardAlter, Rsu, "Every tenth message for immediate forwarding is changed on its way."),
        new(SecMarkOutOfRange, Obu, "Every twentieth BSM has a secMark of 61500."),
        new(BsmJitter, Obu, "BSMs leave up to 20 ms before or after their time."),
        new(MessageCountSkips, Obu, "Every fiftieth BSM skips a message count."),
        new(MessageCountWrapsToOne, Obu, "The message count goes from 127 to 1."),
        new(TemporaryIdChanges, Obu, "The temporary id changes every hundred BSMs."),
    ];

    internal static void Check(string device, IEnumerable<string> defects)
    {
        var allowed = All.Where(defect => defect.Device == device).Select(defect => defect.Name).ToArray();
        foreach (var defect in defects)
        {
            if (!allowed.Contains(defect, StringComparer.Ordinal))
            {
                throw new ArgumentException($"'{defect}' is no defect of a device of kind {device}; it has: {string.Join(", ", allowed)}.", nameof(defects));
            }
        }
    }
}
