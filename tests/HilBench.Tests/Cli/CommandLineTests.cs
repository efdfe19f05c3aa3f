using HilBench.Cli;

namespace HilBench.Tests.Cli;

internal sealed class CommandLineTests
{
    [Test]
    public async Task The_help_of_the_tool_is_the_golden_file()
    {
        var (code, output, error) = await Tool.RunAsync("--help");

        Assert.That((code, error), Is.EqualTo((0, string.Empty)));
        Golden.Check("tests/HilBench.Tests/Cli/help.golden.txt", output);
    }

    [Test]
    public async Task Without_a_command_the_help_is_shown_and_the_usage_is_wrong()
    {
        var (code, output, _) = await Tool.RunAsync();

        Assert.That(code, Is.EqualTo(64));
        Assert.That(output, Does.Contain("Exit codes:").And.Contain("version"));
    }

    [TestCase("hilbench: unknown command 'versin' (did you mean 'version'?)\nhilbench: 'hilbench --help' shows how it is used.\n", "versin")]
    [TestCase("hilbench: unknown command 'xyzzy'\nhilbench: 'hilbench --help' shows how it is used.\n", "xyzzy")]
    [TestCase("hilbench: unknown option '--helf' (did you mean '--help'?)\nhilbench: 'hilbench --help' shows how it is used.\n", "--helf")]
    [TestCase("hilbench: unknown argument 'now'\nhilbench: 'hilbench version --help' shows how it is used.\n", "version", "now")]
    public async Task Wrong_usage_is_told_with_what_was_meant(string expected, params string[] args)
    {
        var (code, output, error) = await Tool.RunAsync(args);

        Assert.That((code, output, error.ReplaceLineEndings("\n")), Is.EqualTo((64, string.Empty, expected)));
    }

    [Test]
    public async Task The_version_names_build_record_schema_and_runtime()
    {
        var (code, output, _) = await Tool.RunAsync("version");

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Match("^hilbench [0-9]+\\.[0-9]+\\.[0-9]+.*\n").And.Contain("run record schema 1").And.Contain(".NET 10."));
    }

    [TestCase(typeof(FileNotFoundException), "hilbench: words\n")]
    [TestCase(typeof(UnauthorizedAccessException), "hilbench: words\n")]
    [TestCase(typeof(OperationCanceledException), "hilbench: stopped before the end; what was recorded so far is kept\n")]
    [TestCase(
        typeof(InvalidOperationException),
        "hilbench: this is a fault of the bench: InvalidOperationException: words\nhilbench: set HILBENCH_TRACE=1 and run it again for the trace to report.\n")]
    public void A_fault_becomes_a_message_and_exit_code_3_without_a_trace(Type type, string expected)
    {
        using var error = new StringWriter();

        var code = Faults.Tell((Exception)Activator.CreateInstance(type, "words")!, error);

        Assert.That((code, error.ToString().ReplaceLineEndings("\n")), Is.EqualTo((3, expected)));
    }
}
