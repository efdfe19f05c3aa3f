using HilBench.Asn1;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-009: revision counters go up by one exactly when content changes. CTI 4501, MessageCountProgression.</summary>
public sealed class RevisionProgression : IRule
{
    private static readonly TimeSpan SpatGap = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan MapGap = TimeSpan.FromMilliseconds(1500);

    private readonly FindingLog _findings = new("revision-progression");
    private readonly Dictionary<IntersectionKey, RevisionSeries> _spats = [];
    private readonly SortedDictionary<string, RevisionSeries> _maps = new(StringComparer.Ordinal);
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public RevisionProgression() => _messages = new RsuMessages { Spat = CheckSpat, Map = CheckMap };

    /// <inheritdoc/>
    public string Name => "revision-progression";

    /// <inheritdoc/>
    public string Statement =>
        "From one SPaT of an intersection to the next its revision, and from one MAP of an RSU to the next its msgIssueRevision, goes up by one modulo 128 when "
        + "anything but time stamps (moy, timeStamp) and revisions has changed, and stays when nothing has; pairs with a message missing between them "
        + "(more than 150 ms for SPaT, 1.5 s for MAP) are passed over.";

    /// <inheritdoc/>
    public void Observe(Observation observation) => _messages.Observe(observation);

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd) => _messages.Conclude(recordingEnd) is { } reason
        ? FindingLog.NotApplicable(reason)
        : _findings.Conclude(
            recordingEnd,
            [
                new Evidence("SPaT observed", _spats.Values.Select(series => series.Observed.TotalSeconds).DefaultIfEmpty().Min(), "s"),
                new Evidence("SPaT content changes", _spats.Values.Select(series => series.Changes).DefaultIfEmpty().Min(), "changes"),
                new Evidence("MAP content changes", _maps.Values.Select(series => series.Changes).DefaultIfEmpty().Min(), "changes"),
            ],
            []);

    private void CheckSpat(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        if (!_spats.TryGetValue(key, out var series))
        {
            _spats.Add(key, series = new RevisionSeries(SpatGap));
        }

        if (Content(() => (state with { Revision = 0, Moy = null, TimeStamp = null }).Encode()) is { } content
            && series.Next(observation, content, state.Revision) is { } wrong)
        {
            Report(key.Device, observation, $"revision of {key}", FieldPath.Of(spat, state, "revision"), state.Revision, wrong);
        }
    }

    private void CheckMap(string device, Observation observation, MapData map)
    {
        if (!_maps.TryGetValue(device, out var series))
        {
            _maps.Add(device, series = new RevisionSeries(MapGap));
        }

        var bare = map with
        {
            MsgIssueRevision = 0,
            TimeStamp = null,
            Intersections = map.Intersections is { } intersections ? [.. intersections.Select(intersection => intersection with { Revision = 0 })] : null,
        };
        if (Content(bare.Encode) is { } content && series.Next(observation, content, map.MsgIssueRevision) is { } wrong)
        {
            Report(device, observation, "msgIssueRevision of the MAP", "value.msgIssueRevision", map.MsgIssueRevision, wrong);
        }
    }

    // A message that breaks a constraint cannot be compared; the rules on content tell of it.
    private static byte[]? Content(Func<byte[]> encode)
    {
        try
        {
            return encode();
        }
        catch (Asn1EncodeException)
        {
            return null;
        }
    }

    private void Report(
        string device, Observation observation, string what, string field, int revision, (int Expected, bool Changed, Observation Earlier) wrong) =>
        _findings.Content(
            device,
            observation,
            $"{what} is {revision} after {(wrong.Changed ? "a change of content" : "no change of content")}, expected {wrong.Expected}",
            field,
            $"{wrong.Expected}",
            $"{revision}",
            ObservationRef.To(wrong.Earlier));
}
