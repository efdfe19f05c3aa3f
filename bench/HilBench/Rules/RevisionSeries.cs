using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>Content and revision of one message series, from message to message.</summary>
/// <param name="longestGap">Longest time between two messages within which no change can have come and gone unseen.</param>
internal sealed class RevisionSeries(TimeSpan longestGap)
{
    private const int Modulus = 128;

    private byte[] _content = [];
    private int _revision;
    private Observation? _first;
    private Observation? _last;

    /// <summary>Changes of content seen.</summary>
    public int Changes { get; private set; }

    /// <summary>Time from the first message to the last.</summary>
    public TimeSpan Observed => _first is null ? TimeSpan.Zero : _last!.At - _first.At;

    /// <summary>Takes the next message.</summary>
    /// <param name="observation">The message.</param>
    /// <param name="content">Its content without time stamps and revision.</param>
    /// <param name="revision">Its revision, 0 to 127.</param>
    /// <returns>The expected revision, whether the content changed, and the message before, when the revision is not the expected one; else null.</returns>
    public (int Expected, bool Changed, Observation Earlier)? Next(Observation observation, byte[] content, int revision)
    {
        var (before, earlier) = (_revision, _last);
        var changed = !content.AsSpan().SequenceEqual(_content);
        (_content, _revision, _last) = (content, revision, observation);
        if (earlier is null)
        {
            _first = observation;
            return null;
        }

        if (observation.At - earlier.At > longestGap)
        {
            return null;
        }

        Changes += changed ? 1 : 0;
        var expected = changed ? (before + 1) % Modulus : before;
        return revision == expected ? null : (expected, changed, earlier);
    }
}
