using System.Collections.Immutable;
using Spectre.Console;

namespace HilBench.Cli.Progress;

/// <summary>Stages as bars that are drawn in place; the ones that are left stand below the one that runs.</summary>
/// <param name="tasks">One bar a stage, not started.</param>
internal sealed class LiveStages(ImmutableArray<ProgressTask> tasks) : IStageDisplay
{
    private readonly ImmutableArray<string> _names = [.. tasks.Select(task => task.Description)];
    private int _current = -1;

    /// <inheritdoc/>
    public void Begin()
    {
        if (_current >= 0)
        {
            tasks[_current].Value = 1;
            tasks[_current].StopTask();
        }

        tasks[++_current].StartTask();
    }

    /// <inheritdoc/>
    public void Advance(double share, string detail)
    {
        tasks[_current].Description = $"{_names[_current]}: {Markup.Escape(detail)}";
        tasks[_current].Value = share;
    }
}
