using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using HilBench.Reports.Html;
using HilBench.Watch.Following;
using HilBench.Watch.Pages;
using HilBench.Watch.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HilBench.Watch;

/// <summary>
/// Serves one page on 127.0.0.1 that shows a run as it goes. It reads the evidence folder that the run writes, so the run knows nothing of it; its
/// page needs nothing from elsewhere.
/// </summary>
public sealed class WatchServer : IAsyncDisposable
{
    private const int MostConnections = 200;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AfterAsking = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PictureWait = TimeSpan.FromSeconds(10);

    // The event is no HTML: what it carries is put into the page as the components encoded it.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TimeProvider _time;
    private readonly WatchBoard _board = new();
    private readonly SceneFeed _scenes;
    private readonly RunFollower _follower;
    private readonly WebApplication _server;
    private int _watchers;
    private long _asked;

    private WatchServer(string folder, int port, TimeProvider time)
    {
        _time = time;
        _scenes = new SceneFeed(time);
        _follower = new RunFollower(folder, time) { Watched = () => _watchers > 0 || (_asked != 0 && _time.GetElapsedTime(_asked) < AfterAsking), Changed = Show, Moved = _scenes.Show };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            options.AddServerHeader = false;
            options.Limits.MaxConcurrentConnections = MostConnections;
            options.Limits.MaxRequestBodySize = 0;
        });
        builder.Services.AddSingleton<IHostLifetime>(new NoLifetime());
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where the page is.</summary>
    public Uri Address => new(_server.Urls.Single() + "/");

    /// <summary>Completes when the run is over and everything of it was read.</summary>
    public Task Over => _follower.Done;

    /// <summary>Begins to serve.</summary>
    /// <param name="folder">The evidence folder of the run; it may not be there yet.</param>
    /// <param name="port">TCP port on 127.0.0.1; 0 for a free one.</param>
    /// <param name="time">The time of day.</param>
    /// <exception cref="WatchException">The port cannot be had.</exception>
    public static async Task<WatchServer> StartAsync(string folder, int port, TimeProvider time)
    {
        var server = new WatchServer(folder, port, time);
        try
        {
            await server._server.StartAsync();
        }
        catch (Exception fault) when (fault is IOException or AddressInUseException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new WatchException(
                string.Create(CultureInfo.InvariantCulture, $"the page cannot be served on 127.0.0.1:{port}: {fault.Message.TrimEnd('.')}. Choose another port with --watch-port, or leave it out for a free one."),
                fault);
        }

        server._follower.Start();
        return server;
    }

    /// <summary>The run is over: what is left in the folder is read, and whoever watches is given the last state.</summary>
    public async Task FinishAsync()
    {
        _follower.End();
        await _follower.Done;
        var grace = _watchers > 0 ? Grace : TimeSpan.Zero; // for what a page asked for before it knew
        var began = _time.GetTimestamp();
        while (_watchers > 0 && _time.GetElapsedTime(began) < Farewell)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), _time, CancellationToken.None);
        }

        await Task.Delay(grace, _time, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _follower.Dispose();
        _board.Close();
        _scenes.Close();
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), _time))
        {
            await _server.StopAsync(patience.Token);
        }

        await _server.DisposeAsync();
        _scenes.Dispose();
    }

    private void Show(RunState state)
    {
        _board.Show(PageRenderer.Parts(state));
        if (state.Stage == RunStage.Over || state.Fault is not null)
        {
            _board.Close();
            _scenes.Close();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        RequestGuard.Protect(context.Response);
        if (RequestGuard.Refuses(context.Request) is var (status, why))
        {
            return SendAsync(context, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why));
        }

        return context.Request.Path.Value switch
        {
            "/" => PageAsync(context),
            "/report.css" => SendAsync(context, StatusCodes.Status200OK, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Template.StyleSheet)),
            "/watch.css" => SendAsync(context, StatusCodes.Status200OK, "text/css; charset=utf-8", Assets.Read("watch.css")),
            "/watch.js" => SendAsync(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", Assets.Read("watch.js")),
            "/events" => EventsAsync(context),
            "/scene" => SceneAsync(context),
            _ => SendAsync(context, StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "There is one page here: /"u8.ToArray()),
        };
    }

    private Task PageAsync(HttpContext context)
    {
        _asked = _time.GetTimestamp();
        return SendAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(PageRenderer.Page(_board.Parts)));
    }

    // HTML, 9.2 (server-sent events): an event is its name, its data on one line, and an empty line.
    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        Interlocked.Increment(ref _watchers);
        try
        {
            for (var (version, over) = (0L, false); !over;)
            {
                (version, var parts, over) = await _board.NewerAsync(version, context.RequestAborted);
                if (parts.Count > 0)
                {
                    await context.Response.WriteAsync($"event: parts\ndata: {JsonSerializer.Serialize(parts, Plain)}\n\n", context.RequestAborted);
                }

                if (over)
                {
                    await context.Response.WriteAsync("event: over\ndata: \n\n", context.RequestAborted);
                }

                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The watcher has gone.
        }
        finally
        {
            Interlocked.Decrement(ref _watchers);
        }
    }

    private async Task SceneAsync(HttpContext context)
    {
        var dark = context.Request.Query["theme"] == "dark";
        _ = long.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        using var patience = new CancellationTokenSource(PictureWait, _time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        try
        {
            if (await _scenes.NewerAsync(dark, after, waiting.Token) is { } picture)
            {
                context.Response.Headers["Picture-Number"] = picture.Number.ToString(CultureInfo.InvariantCulture);
                await SendAsync(context, StatusCodes.Status200OK, "image/jpeg", picture.Jpeg);
            }
            else
            {
                var why = _scenes.Missing is { } missing ? $"No pictures: {missing}" : "The run is over.";
                await SendAsync(context, StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why));
            }
        }
        catch (OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent; // nothing new; ask again
        }
    }

    private static async Task SendAsync(HttpContext context, int status, string type, byte[] octets)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = octets.Length;
        if (HttpMethods.IsGet(context.Request.Method) || status != StatusCodes.Status200OK)
        {
            await context.Response.Body.WriteAsync(octets, context.RequestAborted);
        }
    }
}
