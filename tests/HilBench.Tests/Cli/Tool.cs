using HilBench.Cli;

namespace HilBench.Tests.Cli;

/// <summary>Runs <c>hilbench</c> in this process, with captured output.</summary>
internal static class Tool
{
    /// <summary>Carries out a command line.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => await RunWithInputAsync(string.Empty, args);

    /// <summary>Carries out a command line that reads standard input.</summary>
    public static async Task<(int Code, string Output, string Error)> RunWithInputAsync(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(new StringReader(input), output, error));
        return (code, output.ToString(), error.ToString());
    }
}
