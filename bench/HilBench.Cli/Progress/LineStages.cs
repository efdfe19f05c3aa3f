using System.Collections.Immutable;

namespace HilBench.Cli.Progress;

/// <summary>Stages as plain lines, for logs: one at each beginning, and one every few seconds.</summary>
/// <param name="terminal">Where to write them.</param>
/// <param name="names">The stages, in order.</param>
internal sealed class LineStages(Terminal terminal, ImmutableArray<string> names) : IStageDisplay
{
    /// <summary>Least time between two lines of one stage.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private int _current = -1;
    private long _written;

    /// <inheritdoc/>
    public void Begin()
    {
        _current++;
        var left = names.Length > _current + 1 ? $" (then: {string.Join(", ", names[(_current + 1)..])})" : string.Empty;
        Write(names[_current] + left);
    }

    /// <inheritdoc/>
    public void Advance(double share, string detail)
    {
        if (terminal.Time.GetElapsedTime(_written) >= Pause)
        {
            Write(FormattableString.Invariant($"{names[_current]}: {share * 100:0} %, {detail}"));
        }
    }

    private void Write(string text)
    {
        _written = terminal.Time.GetTimestamp();
        terminal.Error.WriteLine(FormattableString.Invariant($"[{_current + 1}/{names.Length}] {text}"));
    }
}
