using HilBench.Reports;

namespace HilBench.Tests.Reports;

internal sealed class ReportWriterTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-reports-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void All_reports_are_written_and_no_temporary_file_is_left()
    {
        var target = Path.Combine(_folder, "made", "on demand");

        var names = ReportWriter.WriteAll(SampleRun.Mixed, target);

        Assert.That(names, Is.EqualTo(ReportTable.All.Select(format => format.FileName)));
        Assert.That(Directory.GetFileSystemEntries(target).Select(Path.GetFileName), Is.EquivalentTo(names));
        Assert.That(File.ReadAllBytes(Path.Combine(target, "junit.xml")), Is.EqualTo(ReportTable.All.Single(format => format.FileName == "junit.xml").Render(SampleRun.Mixed)));
    }

    [Test]
    public void Reports_of_an_earlier_run_are_replaced()
    {
        File.WriteAllText(Path.Combine(_folder, "report.html"), "old");

        ReportWriter.WriteAll(SampleRun.Mixed, _folder);

        Assert.That(File.ReadAllText(Path.Combine(_folder, "report.html")), Does.StartWith("<!DOCTYPE html>"));
    }

    [Test]
    public void A_folder_that_cannot_be_made_is_told_with_file_folder_and_remedy()
    {
        var file = Path.Combine(_folder, "a-file");
        File.WriteAllText(file, "");

        Assert.That(
            () => ReportWriter.WriteAll(SampleRun.Mixed, Path.Combine(file, "below")),
            Throws.TypeOf<ReportException>().With.Message.Contains("report.html").And.Message.Contains(file).And.Message.Contains("name another folder"));
    }

    [Test]
    [Platform("Linux")]
    public void A_folder_that_refuses_files_is_told_and_nothing_is_left_behind()
    {
        // The kernel's own folder takes no file from anyone, root included.
        Assert.That(
            () => ReportWriter.WriteAll(SampleRun.Mixed, "/proc/self"),
            Throws.TypeOf<ReportException>().With.Message.Contains("'/proc/self'").And.Message.Contains("permissions"));
    }

    [Test]
    public void A_name_taken_by_a_folder_is_told_and_the_temporary_file_is_removed()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "report.html"));

        Assert.That(() => ReportWriter.WriteAll(SampleRun.Mixed, _folder), Throws.TypeOf<ReportException>().With.Message.Contains("report.html"));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }
}
