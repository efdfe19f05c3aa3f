using System.CommandLine;

namespace HilBench.Cli;

/// <summary>Tells what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>Writes one line a fault and where the help is.</summary>
    /// <param name="parse">The command line as it was understood.</param>
    /// <param name="error">Where to write.</param>
    /// <returns>The exit code of wrong usage.</returns>
    public static int Tell(ParseResult parse, TextWriter error)
    {
        var command = parse.CommandResult.Command;
        var messages = parse.UnmatchedTokens.Count > 0
            ? parse.UnmatchedTokens.Select(token => Unknown(token, command))
            : parse.Errors.Select(fault => fault.Message.ReplaceLineEndings(" ").TrimEnd());
        foreach (var message in messages)
        {
            error.WriteLine($"hilbench: {message}");
        }

        var path = command.Parents.Any() ? $"hilbench {command.Name}" : "hilbench";
        error.WriteLine($"hilbench: '{path} --help' shows how it is used.");
        return ExitCodes.Usage;
    }

    private static string Unknown(string token, Command command)
    {
        var option = token.StartsWith('-');
        var known = option ? command.Options.Select(symbol => symbol.Name) : command.Subcommands.Select(symbol => symbol.Name);
        var what = option ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"unknown {what} '{token}'{NearestWord.Hint(token, known)}";
    }
}
