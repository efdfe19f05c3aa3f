using HilBench.Cli;
using HilBench.Tests.Reports;

namespace HilBench.Tests.Cli;

internal sealed class VerdictTableTests
{
    [Test]
    public void The_verdicts_of_a_run_are_the_golden_file()
    {
        using var output = new StringWriter();

        VerdictTable.Write(SampleRun.Mixed, new Terminal(TextReader.Null, output, TextWriter.Null));

        Golden.Check("tests/HilBench.Tests/Cli/verdicts.golden.txt", output.ToString());
    }
}
