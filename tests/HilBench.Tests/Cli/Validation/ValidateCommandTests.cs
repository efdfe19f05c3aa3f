using HilBench.Cli;
using HilBench.Validating;

namespace HilBench.Tests.Cli.Validation;

internal sealed class ValidateCommandTests
{
    private static readonly string Record = Repository.PathOf("tests/HilBench.Tests/Cli/Validation/matrix.golden.json");

    [Test]
    public async Task A_record_is_written_as_a_page_without_a_run_and_the_exit_code_tells_its_deviations()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-validate-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "proof.html");

            var (code, output, error) = await Tool.RunAsync("validate", "--record", Record, "--format", "html", "--lang", "zh", "--out", file);

            Assert.That((code, output.Trim(), error), Is.EqualTo((ExitCodes.Fail, file, string.Empty)));
            Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("<!DOCTYPE html>\n<html lang=\"zh\">").And.EndWith("</html>\n"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task A_record_that_was_read_is_written_again_as_it_is()
    {
        var (_, output, _) = await Tool.RunAsync("validate", "--record", Record, "--format", "json");

        Assert.That(output, Is.EqualTo(await File.ReadAllTextAsync(Record)));
    }

    [Test]
    public async Task One_defect_is_run_beside_the_clean_rig_and_all_that_the_page_needs_is_recorded()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, _, error) = await Tool.RunAsync("validate", "--defect", "skip-yellow", "--format", "json", "--out", file);
            var record = ValidationRecordFile.Read(file);

            Assert.That(code, Is.EqualTo(ExitCodes.Pass), error);
            Assert.That(record.Rows.Select(row => (row.Device, row.Defect)), Is.EqualTo([("", "clean"), ("signal-controller", "skip-yellow")]));
            Assert.That(record.Rows[1].Description, Is.EqualTo("Green goes to red without yellow, on the lamps and in the feed."));
            Assert.That(record.Rows[1].Reasons["US-CI-013"], Does.Contain("findings; the first:"));
            Assert.That((record.Complete, record.Command, record.Rig.Name), Is.EqualTo((false, "hilbench validate --defect skip-yellow", "emulated")));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Wrong_options_are_told_before_anything_is_run()
    {
        var (code, _, error) = await Tool.RunAsync("validate", "--record", Record, "--defect", "skip-yellow");
        Assert.That(code, Is.EqualTo(ExitCodes.Usage));
        Assert.That(error, Does.Contain("--record: nothing is run"));

        (code, _, error) = await Tool.RunAsync("validate", "--out", Path.Combine(Path.GetTempPath(), "hilbench-nowhere", "proof.html"));
        Assert.That(code, Is.EqualTo(ExitCodes.Usage));
        Assert.That(error, Does.Contain("--out: there is no folder").And.Not.Contain("rigs"), "told before any run");

        (code, _, error) = await Tool.RunAsync("validate", "--defect", "skip-yelow");
        Assert.That(code, Is.EqualTo(ExitCodes.Usage));
        Assert.That(error, Does.Contain("there is no defect 'skip-yelow'").And.Contain("skip-yellow"));
    }
}
