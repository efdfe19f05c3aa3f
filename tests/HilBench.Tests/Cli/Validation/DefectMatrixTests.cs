using System.Text.Json;
using HilBench.Cli;
using HilBench.Cli.Validation;
using HilBench.Judging;

namespace HilBench.Tests.Cli.Validation;

internal sealed class DefectMatrixTests
{
    private static readonly DefectMatrix Sound = new(
        ["US-CI-001", "US-CI-002"],
        [
            new(string.Empty, MatrixRow.Clean, [Verdict.Pass, Verdict.Pass]),
            new("rsu", "slow", [Verdict.Fail, Verdict.Pass]),
            new("signal-controller", "mute", [Verdict.Inconclusive, Verdict.Fail]),
        ]);

    private static readonly DefectExpectation[] Declared = [new("slow", "rsu", ["US-CI-001"]), new("mute", "signal-controller", ["US-CI-002"])];

    [Test]
    public void A_matrix_that_is_as_declared_has_no_deviation() => Assert.That(Sound.Deviations([.. Declared]), Is.Empty);

    [Test]
    public void A_purpose_that_does_not_pass_the_clean_rig_is_a_deviation() => Assert.That(
        Changed(0, Verdict.Inconclusive, Verdict.Pass).Deviations([.. Declared]),
        Is.EqualTo(["US-CI-001 is inconclusive on the clean rig, expected pass"]));

    [Test]
    public void A_defect_that_is_not_caught_is_a_deviation_and_so_is_a_purpose_that_catches_nothing() => Assert.That(
        Changed(1, Verdict.Pass, Verdict.Pass).Deviations([.. Declared]),
        Is.EqualTo(["US-CI-001 is pass on slow, which is declared for it: expected fail", "US-CI-001 fails on no defect: nothing shows that it can"]));

    [Test]
    public void A_failure_on_a_defect_that_is_not_declared_for_the_purpose_is_a_deviation() => Assert.That(
        Changed(1, Verdict.Fail, Verdict.Fail).Deviations([.. Declared]),
        Is.EqualTo(["US-CI-002 fails on slow, which is not declared for it"]));

    [Test]
    public void Defects_and_declarations_must_be_the_same_set()
    {
        var deviations = Sound.Deviations([Declared[0], new("gone", "obu", ["US-BSM-002"])]);

        Assert.That(deviations, Is.EqualTo([
            "signal-controller: the defect 'mute' is not declared in defects.csv",
            "obu: no emulator has the declared defect 'gone'",
        ]));
    }

    [Test]
    public void A_declaration_for_a_purpose_that_is_not_executable_is_a_deviation() => Assert.That(
        Sound.Deviations([Declared[0], Declared[1] with { Purposes = ["US-CI-002", "US-CI-099"] }]),
        Is.EqualTo(["mute: declares US-CI-099, which is no executable purpose"]));

    [TestCase(MatrixFormat.Text, "matrix.golden.txt")]
    [TestCase(MatrixFormat.Markdown, "matrix.golden.md")]
    [TestCase(MatrixFormat.Json, "matrix.golden.json")]
    public void The_matrix_is_written_as_the_golden_file(object format, string golden)
    {
        using var output = new StringWriter();

        MatrixText.Write(Sound, ["one thing"], (MatrixFormat)format, new Terminal(TextReader.Null, output, TextWriter.Null));

        Golden.Check($"tests/HilBench.Tests/Cli/Validation/{golden}", output.ToString());
    }

    [Test]
    public void The_json_form_is_one_document()
    {
        using var output = new StringWriter();

        MatrixText.Write(Sound, [], MatrixFormat.Json, new Terminal(TextReader.Null, output, TextWriter.Null));

        using var document = JsonDocument.Parse(output.ToString());
        Assert.That(document.RootElement.GetProperty("rows")[1].GetProperty("verdicts").GetProperty("US-CI-001").GetString(), Is.EqualTo("fail"));
    }

    private static DefectMatrix Changed(int row, params Verdict[] verdicts) => Sound with { Rows = Sound.Rows.SetItem(row, Sound.Rows[row] with { Verdicts = [.. verdicts] }) };
}
