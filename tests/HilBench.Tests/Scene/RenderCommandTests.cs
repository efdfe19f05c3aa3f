using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HilBench.Runs;
using HilBench.Scene;
using HilBench.Tests.Cli;

namespace HilBench.Tests.Scene;

/// <summary><c>hilbench render</c>, and the pictures that certify leaves.</summary>
[Category("Peer")]
internal sealed class RenderCommandTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-render-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_moment_outside_of_the_recording_is_told_the_range()
    {
        var (code, _, error) = await Tool.RunAsync("render", await SceneRecordings.EvidenceAsync(), "--at", "500s");

        Assert.That(code, Is.EqualTo(3));
        Assert.That(error, Does.Match("no moment at 500 s; the recording goes from 0 s to 17[0-9.]+ s"));
    }

    [TestCase(64, "--at", "12")]
    [TestCase(64, "--at", "1s", "--size", "10x10")]
    [TestCase(64, "--from", "1s")]
    [TestCase(64, "--at", "1s", "--out", "scene.bmp")]
    public async Task A_wrong_command_line_draws_nothing(int expected, params string[] options)
    {
        var (code, output, _) = await Tool.RunAsync(["render", await SceneRecordings.EvidenceAsync(), .. options]);

        Assert.That((code, output), Is.EqualTo((expected, string.Empty)));
    }

    [Test]
    public async Task A_still_has_the_size_that_was_asked_for()
    {
        SceneRecordings.RequireOpenGl();
        var file = Path.Combine(_folder.FullName, "still.png");
        var (code, output, error) = await Tool.RunAsync("render", await SceneRecordings.EvidenceAsync(), "--at", "35s", "--size", "640x400", "--out", file);

        var picture = ScenePicture.Read(await File.ReadAllBytesAsync(file));
        Assert.That((code, picture.Width, picture.Height), Is.EqualTo((0, 640, 400)), error);
        Assert.That(output, Does.Contain("35.000 s"));
    }

    [Test]
    public async Task Chromium_plays_the_film_frame_by_frame()
    {
        SceneRecordings.RequireOpenGl();
        Peers.Require("chromium", "chromium");
        var film = Path.Combine(_folder.FullName, "film.webp");
        var (code, _, error) = await Tool.RunAsync(
            "render", await SceneRecordings.EvidenceAsync(), "--from", "20s", "--to", "21s", "--fps", "5", "--size", "320x240", "--out", film);
        Assert.That(code, Is.Zero, error);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var page = Path.Combine(_folder.FullName, "page.html");
        await File.WriteAllTextAsync(page, Page(Convert.ToBase64String(await File.ReadAllBytesAsync(film)), address));
        using var chromium = Process.Start(new ProcessStartInfo(
            "chromium",
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                $"--user-data-dir={Path.Combine(_folder.FullName, "profile")}", "--dump-dom", new Uri(page).AbsoluteUri,
            ])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        try
        {
            Assert.That(await ToldAsync(listener), Is.EqualTo("animated true, frames 6: 320x240@200"));
        }
        finally
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync();
        }
    }

    [Test]
    public async Task Certify_leaves_pictures_of_what_failed_and_without_them_the_same_record()
    {
        SceneRecordings.RequireOpenGl();
        var (drawn, plain) = (Path.Combine(_folder.FullName, "drawn"), Path.Combine(_folder.FullName, "plain"));
        var (code, _, error) = await Tool.RunAsync("certify", "--evidence", "reduced", "--defect", "skip-yellow", "--out", drawn);
        await Tool.RunAsync("certify", "--evidence", "reduced", "--defect", "skip-yellow", "--no-pictures", "--out", plain);

        var (with, without) = (RunRecordFile.Read(Path.Combine(drawn, "run.json")), RunRecordFile.Read(Path.Combine(plain, "run.json")));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(with.Pictures.Select(picture => picture.File), Is.EqualTo(["pictures/US-CI-013-1.png", "pictures/US-CI-013-2.png", "pictures/US-CI-013-3.png"]));
        Assert.That(with.Pictures, Has.All.Matches<PictureRecord>(picture => File.Exists(Path.Combine(drawn, picture!.File))));
        Assert.That(without.Pictures, Is.Empty);
        Assert.That(RunRecordFile.Encode(with with { Pictures = [], Times = without.Times }), Is.EqualTo(RunRecordFile.Encode(without)));
        Assert.That(Manifest.Verify(drawn), Is.Empty);
        Assert.That((await Tool.RunAsync("judge", drawn)).Output, Does.Not.Contain("difference"));
    }

    [Test]
    public async Task What_did_not_come_is_drawn_at_the_time_it_was_due()
    {
        SceneRecordings.RequireOpenGl();
        var evidence = await SceneRecordings.RecordAsync("queue", "kind: signal-controller", "spat-off-at-start");
        var judged = Path.Combine(_folder.FullName, "judged");
        await Tool.RunAsync("judge", evidence, "--evidence", "reduced", "--out", judged);
        File.Copy(Path.Combine(judged, "run.json"), Path.Combine(evidence, "run.json"));
        var (code, output, error) = await Tool.RunAsync("render", evidence, "--purpose", "US-CI-001", "--out", Path.Combine(_folder.FullName, "silence.png"));

        var record = RunRecordFile.Read(Path.Combine(judged, "run.json"));
        var silence = record.Purposes.Single(purpose => purpose.Row.Id == "US-CI-001").Findings.Single().Finding;
        using var scope = Assert.EnterMultipleScope();
        Assert.That(silence.Proof, Is.Empty, "no SPaT was sent: there is no packet to point at");
        Assert.That(record.Pictures.Single(picture => picture.Purpose == "US-CI-001").Time, Is.EqualTo(silence.Due));
        Assert.That(File.Exists(Path.Combine(judged, "pictures", "US-CI-001-1.png")));
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain($"{silence.Due}"));
    }

    [Test]
    public async Task Without_an_OpenGL_driver_one_line_says_how_to_get_it()
    {
        var tool = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "render", await SceneRecordings.EvidenceAsync(), "--at", "1s", "--out", Path.Combine(_folder.FullName, "none.png")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { ["__EGL_VENDOR_LIBRARY_FILENAMES"] = "/nonexistent" },
        };
        using var process = Process.Start(tool)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(3));
        Assert.That(error.Trim().Split('\n')[^1], Does.StartWith("hilbench: no OpenGL on this machine").And.Contain("apt-get install libegl1"));
    }

    // The page waits for a picture that never comes, so that Chromium lives until the film is decoded and told.
    private static string Page(string film, string address) => $$"""
        <!DOCTYPE html><title>film</title><img src="{{address}}/hold"><script>
        const tell = text => new Image().src = "{{address}}/told/" + encodeURIComponent(text);
        (async () => {
          const octets = Uint8Array.from(atob("{{film}}"), c => c.charCodeAt(0));
          const decoder = new ImageDecoder({ data: octets, type: "image/webp" });
          await decoder.tracks.ready; await decoder.completed;
          const track = decoder.tracks.selectedTrack, shown = new Set();
          for (let frame = 0; frame < track.frameCount; frame++) {
            const image = (await decoder.decode({ frameIndex: frame })).image;
            shown.add(image.displayWidth + "x" + image.displayHeight + "@" + image.duration / 1000);
            image.close();
          }
          tell("animated " + track.animated + ", frames " + track.frameCount + ": " + [...shown].join(" "));
        })().catch(e => tell("failed: " + e));
        </script>
        """;

    private static async Task<string> ToldAsync(TcpListener listener)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        var held = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(limit.Token);
                held.Add(client);
                using var lines = new StreamReader(client.GetStream(), leaveOpen: true);
                var request = await lines.ReadLineAsync(limit.Token);
                if (request?.Split(' ') is [_, var path, ..] && path.StartsWith("/told/", StringComparison.Ordinal))
                {
                    return Uri.UnescapeDataString(path["/told/".Length..]);
                }
            }
        }
        finally
        {
            held.ForEach(client => client.Dispose());
        }
    }
}
