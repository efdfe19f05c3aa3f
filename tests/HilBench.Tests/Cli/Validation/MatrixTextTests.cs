using HilBench.Cli;
using HilBench.Cli.Validation;
using HilBench.Reports.Html;
using HilBench.Tests.Validating;

namespace HilBench.Tests.Cli.Validation;

internal sealed class MatrixTextTests
{
    [TestCase(MatrixFormat.Text, "matrix.golden.txt")]
    [TestCase(MatrixFormat.Markdown, "matrix.golden.md")]
    [TestCase(MatrixFormat.Json, "matrix.golden.json")]
    public void The_matrix_is_written_as_the_golden_file(object format, string golden)
    {
        using var output = new StringWriter();

        MatrixText.Write(SampleValidation.Mixed, (MatrixFormat)format, Words.English, new Terminal(TextReader.Null, output, TextWriter.Null));

        Golden.Check($"tests/HilBench.Tests/Cli/Validation/{golden}", output.ToString());
    }
}
