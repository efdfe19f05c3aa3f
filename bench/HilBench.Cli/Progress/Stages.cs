using System.Collections.Immutable;
using Spectre.Console;

namespace HilBench.Cli.Progress;

/// <summary>The stages of a command, shown on standard error while they run.</summary>
internal static class Stages
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(500); // seldom enough to leave a run under the wall clock alone

    /// <summary>Runs a command's body with a display of its stages.</summary>
    /// <typeparam name="T">What the body gives.</typeparam>
    /// <param name="terminal">Where to show them.</param>
    /// <param name="names">The stages, in order.</param>
    /// <param name="body">Begins each stage in turn.</param>
    public static T Run<T>(Terminal terminal, ImmutableArray<string> names, Func<IStageDisplay, T> body)
    {
        if (!terminal.Watched)
        {
            return body(new LineStages(terminal, names));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        var progress = console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());
        progress.RefreshRate = Redraw;
        return progress.Start(context => body(new LiveStages([.. names.Select(name => context.AddTask(Markup.Escape(name), autoStart: false, maxValue: 1))])));
    }
}
