using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using HilBench.Tests.Cli;
using HilBench.Watch;

namespace HilBench.Tests.Watch;

/// <summary>Who is let through to the live page, and who is not.</summary>
internal sealed class WatchServerTests
{
    private DirectoryInfo _folder = null!;
    private WatchServer _server = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("hilbench-watch-");
        _server = await WatchServer.StartAsync(_folder.FullName, 0, TimeProvider.System);
        _client = new HttpClient { BaseAddress = _server.Address };
    }

    [TearDown]
    public async Task Stop()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task The_page_comes_with_a_strict_policy_and_all_that_it_needs()
    {
        using var page = await _client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'").And.Not.Contain("unsafe").And.Contain("frame-ancestors 'none'"));
        Assert.That(page.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        foreach (var part in (string[])["report.css", "watch.css", "watch.js"])
        {
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain($"\"{part}\""));
            Assert.That((await _client.GetStringAsync(new Uri(part, UriKind.Relative))).Length, Is.GreaterThan(500));
        }
    }

    [TestCase("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [TestCase("Host", "127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [TestCase("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "null", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task A_page_of_another_site_gets_nothing(string header, string value, HttpStatusCode refused)
    {
        foreach (var path in (string[])["/", "/events", "/scene", "/watch.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

            Assert.That(answer.StatusCode, Is.EqualTo(refused), path);
        }
    }

    [Test]
    public async Task The_name_localhost_and_the_own_origin_are_let_through()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"localhost:{_server.Address.Port}";
        request.Headers.TryAddWithoutValidation("Origin", $"http://localhost:{_server.Address.Port}");
        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [TestCase("GET", "/../etc/passwd", HttpStatusCode.NotFound)]
    [TestCase("GET", "/run.json", HttpStatusCode.NotFound)]
    public async Task It_only_shows_one_page(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public void It_listens_on_the_loopback_only()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == _server.Address.Port);

        Assert.That(_server.Address.Host, Is.EqualTo("127.0.0.1"));
        Assert.That(listeners.Select(listener => listener.Address), Is.EqualTo([IPAddress.Loopback]));
    }

    [Test]
    public async Task A_port_that_is_taken_is_one_line_with_the_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, _, error) = await Tool.RunAsync("watch", _folder.FullName, "--watch-port", $"{port}");

        Assert.That(code, Is.EqualTo(3));
        Assert.That(error.Trim(), Does.StartWith($"hilbench: the page cannot be served on 127.0.0.1:{port}: ").And.EndsWith("Choose another port with --watch-port, or leave it out for a free one.").And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_folder_that_is_not_there_and_a_port_out_of_range_are_told()
    {
        var (code, _, error) = await Tool.RunAsync("watch", Path.Combine(_folder.FullName, "nowhere"));
        Assert.That(code, Is.EqualTo(3));
        Assert.That(error, Does.Contain("there is no such folder"));

        (code, _, error) = await Tool.RunAsync("watch", _folder.FullName, "--watch-port", "70000");
        Assert.That(code, Is.EqualTo(64));
        Assert.That(error, Does.Contain("1 to 65535"));
    }

    [Test]
    public async Task A_capture_that_is_damaged_is_told_on_the_page_and_ends_the_following()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "capture.pcapng"), "this is no capture");
        await _server.FinishAsync();

        Assert.That(WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri("/", UriKind.Relative))), Does.Contain("The recording cannot be followed.").And.Contain("not a pcap or pcapng file"));
        Assert.That(await _client.GetStringAsync(new Uri("/events", UriKind.Relative)), Does.EndWith("event: over\ndata: \n\n"));
    }
}
