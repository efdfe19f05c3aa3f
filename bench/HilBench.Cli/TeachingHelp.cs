using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HilBench.Cli;

/// <summary>The usual help of a command, then its examples and what else there is to know.</summary>
/// <param name="usual">Writes the usual help.</param>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is TaughtCommand command)
        {
            WriteMore(command, parseResult.InvocationConfiguration.Output);
        }

        return ExitCodes.Pass;
    }

    private static void WriteMore(TaughtCommand command, TextWriter output)
    {
        if (!command.Examples.IsEmpty)
        {
            output.WriteLine("Examples:");
            foreach (var (line, does) in command.Examples)
            {
                output.WriteLine($"  hilbench {line}");
                output.WriteLine($"      {does}");
            }

            output.WriteLine();
        }

        foreach (var (title, lines) in command.Sections)
        {
            output.WriteLine($"{title}:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }
    }
}
