using HilBench.Links;
using HilBench.Reports;
using HilBench.Reports.Html;
using HilBench.Runs;

namespace HilBench.Tests.Reports;

internal sealed class PictureSetTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static RunRecord Pictured => SampleRun.Mixed with
    {
        Pictures = [new("pictures/US-BSM-002-1.png", "US-BSM-002", 0, new Instant(0), 1280, 800, "The scene \"<b>1 s</b>\" after the start")],
    };

    [Test]
    public void A_picture_is_carried_inside_the_page_with_its_caption_as_text()
    {
        var page = Render(_ => Png);

        Assert.That(page, Does.Contain($"src=\"data:image/png;base64,{Convert.ToBase64String(Png)}\"").And.Contain("alt=\"The scene &quot;&lt;b&gt;1 s&lt;/b&gt;&quot; after the start\""));
        Assert.That(page, Does.Contain("No picture was drawn of this finding."), "the second finding has none");
        Assert.That(page, Does.Contain("img-src data:"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_file_that_is_missing_or_no_picture_is_said_in_one_line(bool text) =>
        Assert.That(Render(_ => text ? "<svg onload=alert(1)>"u8.ToArray() : null), Does.Contain("The picture <bdi>pictures/US-BSM-002-1.png</bdi> is not beside the record.").And.Not.Contain("<img"));

    [Test]
    public void A_page_carries_at_most_twenty_pictures()
    {
        var set = new PictureSet([.. Enumerable.Range(0, 30).Select(i => new PictureRecord($"{i}.png", "P", i, new Instant(0), 1, 1, ""))], _ => Png);

        Assert.That(Enumerable.Range(0, 30).Count(i => set.Of("P", i) is not null), Is.EqualTo(20));
    }

    [Test]
    public void Pictures_are_read_from_their_folder_only()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-pictures-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "run", "pictures"));
            File.WriteAllBytes(Path.Combine(folder.FullName, "run", "pictures", "a.png"), Png);
            File.WriteAllBytes(Path.Combine(folder.FullName, "secret.png"), Png);
            var pictures = new PictureFolder(Path.Combine(folder.FullName, "run"));

            Assert.That(pictures.Read("pictures/a.png"), Is.EqualTo(Png));
            Assert.That(pictures.Read("../secret.png"), Is.Null);
            Assert.That(pictures.Read(Path.Combine(folder.FullName, "secret.png")), Is.Null);
            Assert.That(pictures.Read("pictures/b.png"), Is.Null);
            Assert.That(pictures.Read("pictures/\0.png"), Is.Null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Render(Func<string, byte[]?> pictures) =>
        System.Text.Encoding.UTF8.GetString(ReportTable.All[0].Illustrated!(Pictured, pictures));
}
