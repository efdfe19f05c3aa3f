using System.Collections.Immutable;
using System.CommandLine;

namespace HilBench.Cli;

/// <summary>A command whose help shows how it is used.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does.</param>
internal sealed class TaughtCommand(string name, string description) : Command(name, description)
{
    /// <summary>Examples: a command line without <c>hilbench</c>, and what it does.</summary>
    public ImmutableArray<(string Line, string Does)> Examples { get; init; } = [];

    /// <summary>Further sections of its help: a title and its lines.</summary>
    public ImmutableArray<(string Title, ImmutableArray<string> Lines)> Sections { get; init; } = [];
}
