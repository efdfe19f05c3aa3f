using HilBench.Cli.Printing;
using HilBench.Reports;
using HilBench.Runs;
using HilBench.Tests.Reports;

namespace HilBench.Tests.Cli;

/// <summary>The PDF as poppler reads it, which we did not write.</summary>
[Category("Peer")]
internal sealed class ReportPdfTests
{
    [TestCase("report.html", "End of report", "Test purposes in catalogue order", "What is checked")]
    [TestCase("report.zh.html", "报告结束", "测试目的（按目录顺序）", "检查内容")]
    public void Poppler_finds_page_n_of_N_repeated_heads_and_the_end_mark(string name, string end, string caption, string head)
    {
        Peers.Require("chromium", "chromium");
        Peers.Require("pdftotext", "poppler-utils");
        var folder = Directory.CreateTempSubdirectory("hilbench-pdf-");
        try
        {
            var many = SampleRun.Mixed with { Purposes = [.. Enumerable.Range(0, 40).Select(_ => SampleRun.Mixed.Purposes[2])] };
            ReportWriter.WriteAll(many, folder.FullName);
            var pdf = Path.Combine(folder.FullName, "report.pdf");

            ChromiumPrinter.Print(ChromiumPrinter.Find()!, Path.Combine(folder.FullName, name), pdf);

            var pages = Peers.Run("pdftotext", "-layout", pdf, "-").TrimEnd('\f', '\n').Split('\f');
            Assert.That(pages, Has.Length.GreaterThan(4));
            Assert.Multiple(() =>
            {
                for (var page = 0; page < pages.Length; page++)
                {
                    Assert.That(pages[page], Does.Contain($"{page + 1} / {pages.Length}"));
                }
            });
            Assert.That(pages.Count(page => page.Contains(caption, StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(pages.Count(page => page.Contains(head, StringComparison.Ordinal)), Is.GreaterThan(1), "the table's head on each of its pages");
            Assert.That(pages[^1], Does.Contain(end).IgnoreCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Without_a_Chromium_on_the_path_one_line_says_how_to_get_it_and_nothing_else_changes()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-pdf-");
        try
        {
            var record = Path.Combine(folder.FullName, "run.json");
            RunRecordFile.Write(record, SampleRun.Mixed);
            var empty = folder.CreateSubdirectory("empty");

            var plain = await BareMachine.RunAsync(empty.FullName, "report", record);
            var (code, output, error) = await BareMachine.RunAsync(empty.FullName, "report", record, "--pdf");

            Assert.That((code, output), Is.EqualTo((plain.Code, plain.Output)), "exit code and files as without --pdf");
            Assert.That(code, Is.Zero);
            Assert.That(error.TrimEnd('\n'), Is.EqualTo(ChromiumPrinter.Missing).And.Not.Contain("\n"));
            Assert.That(folder.GetFiles().Select(file => file.Name), Is.EquivalentTo(["run.json", .. ReportTable.All.Select(format => format.FileName)]), "and no PDF");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_browser_that_fails_is_told_with_its_exit_code_and_leaves_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-pdf-");
        try
        {
            var pdf = Path.Combine(folder.FullName, "report.pdf");

            Assert.That(() => ChromiumPrinter.Print("/bin/false", "/no/such/page.html", pdf), Throws.TypeOf<ReportException>().With.Message.Contains("exit code 1"));
            Assert.That(() => ChromiumPrinter.Print("/bin/true", "/no/such/page.html", pdf), Throws.TypeOf<ReportException>().With.Message.Contains("without a PDF"));
            Assert.That(folder.GetFiles(), Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
