using System.Net;
using System.Net.Sockets;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class TcpPortTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Test]
    public void A_server_takes_many_clients_and_answers_each_on_its_own_connection() => OnLoop(async loop =>
    {
        await using var server = TcpServer.Open(loop, "device", AnyPort);
        server.Accepted = connection => connection.Received = chunk => connection.Send(chunk.Bytes);
        var answers = new List<Task<byte[]>>();
        var clients = new List<TcpPort>();
        for (byte number = 0; number < 20; number++)
        {
            var client = await TcpPort.ConnectAsync(loop, $"client{number}", server.Local, Limit);
            clients.Add(client);
            answers.Add(Take(client, 3));
            client.Send(new byte[] { number, 1, 2 });
        }

        var received = await Task.WhenAll(answers).WaitAsync(Limit, loop.Time);
        Assert.That(received.Select(answer => (int)answer[0]), Is.EqualTo(Enumerable.Range(0, 20)));
        Assert.That(server.Connections, Has.Count.EqualTo(20));
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    });

    [Test]
    public void Megabytes_arrive_whole_and_in_order_with_stamps_and_the_sender_s_address() => OnLoop(async loop =>
    {
        var (client, device, server) = await Connected(loop);
        await using var _ = server;
        var octets = new byte[3 << 20];
        new Random(1).NextBytes(octets);
        var arrived = new MemoryStream();
        var all = new TaskCompletionSource();
        Datagram first = default;
        device.Received = chunk =>
        {
            first = arrived.Length == 0 ? chunk : first;
            arrived.Write(chunk.Bytes.Span);
            if (arrived.Length == octets.Length)
            {
                all.SetResult();
            }
        };
        var sent = client.Send(octets);
        await all.Task.WaitAsync(Limit, loop.Time);

        Assert.That(arrived.ToArray().AsSpan().SequenceEqual(octets), Is.True);
        Assert.That(first.At.Source, Is.EqualTo(StampSource.UserSpace));
        Assert.That(first.At.At, Is.GreaterThanOrEqualTo(sent.At));
        Assert.That(first.From, Is.EqualTo(client.Local));
        await client.DisposeAsync();
    });

    [Test]
    public void What_arrives_before_somebody_listens_is_kept_and_the_end_comes_after_it() => OnLoop(async loop =>
    {
        var (client, device, server) = await Connected(loop);
        await using var _ = server;
        client.Send("first"u8.ToArray());
        client.Send("second"u8.ToArray());
        await client.DisposeAsync();
        await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
        var told = new List<string>();
        var end = new TaskCompletionSource();
        device.Closed = reason =>
        {
            told.Add(reason);
            end.SetResult();
        };
        device.Received = chunk => told.Add(System.Text.Encoding.ASCII.GetString(chunk.Bytes.Span));
        await end.Task.WaitAsync(Limit, loop.Time);

        Assert.That(string.Concat(told[..^1]), Is.EqualTo("firstsecond"));
        Assert.That(told[^1], Is.EqualTo($"device from {client.Local}: {client.Local} closed the connection."));
    });

    [Test]
    public void Where_nobody_listens_the_text_names_the_address_and_the_remedy() => OnLoop(async loop =>
    {
        var gone = TcpServer.Open(loop, "gone", AnyPort);
        await gone.DisposeAsync();

        await Assert.ThatAsync(
            () => TcpPort.ConnectAsync(loop, "asc1", gone.Local, Limit),
            Throws.TypeOf<LinkException>().With.Message.EqualTo(
                $"asc1: nobody listens at {gone.Local} (TCP). Check that the device's program runs, and its port in the rig file."));
    });

    [Test]
    public void A_remote_that_goes_in_mid_send_is_told_to_the_sender_and_to_the_listener_once() => OnLoop(async loop =>
    {
        var (client, device, server) = await Connected(loop);
        await using var _ = server;
        var reasons = new List<string>();
        var end = new TaskCompletionSource();
        client.Closed = reason =>
        {
            reasons.Add(reason);
            end.TrySetResult();
        };
        await server.Forget(device);
        Exception? seen = null;
        for (var i = 0; i < 2000 && seen is null; i++)
        {
            try
            {
                client.Send(new byte[10_000]);
            }
            catch (LinkException exception)
            {
                seen = exception;
            }

            await Task.Yield();
        }

        await end.Task.WaitAsync(Limit, loop.Time);
        await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
        Assert.That(seen, Is.Not.Null);
        Assert.That(seen!.Message, Does.StartWith("client: 10000 octets were not sent: ").And.EndsWith("Connect again."));
        Assert.That(reasons, Has.Count.EqualTo(1));
        Assert.That(reasons[0], Does.StartWith("client: ").And.Contains(device.Local.ToString()));
        await client.DisposeAsync();
    });

    [Test]
    public void A_remote_that_does_not_read_is_told_when_the_bounded_buffer_is_full_and_gets_all_that_was_taken() => OnLoop(async loop =>
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.ReceiveBufferSize = 16_384;
        listener.Bind(AnyPort);
        listener.Listen();
        var client = await TcpPort.ConnectAsync(loop, "client", (IPEndPoint)listener.LocalEndPoint!, Limit);
        using var lazy = await listener.AcceptAsync();
        long taken = 0;
        LinkException? full = null;
        while (full is null)
        {
            try
            {
                client.Send(new byte[100_000]);
                taken += 100_000;
            }
            catch (LinkException exception)
            {
                full = exception;
            }
        }

        Assert.That(full.Message, Does.Contain("does not read").And.Contain($"at most {TcpPort.BufferOctets}"));
        Assert.That(client.Backlog, Is.LessThanOrEqualTo(TcpPort.BufferOctets).And.GreaterThan(TcpPort.BufferOctets - 100_000));
        var read = Task.Run(() => ReadExactly(lazy, taken));
        Assert.That(await read.WaitAsync(Limit, loop.Time), Is.EqualTo(taken));
        client.Send(new byte[] { 1 });
        await client.DisposeAsync();
    });

    [Test]
    public void A_loop_that_falls_behind_makes_the_sender_wait_and_loses_nothing() => OnLoop(async loop =>
    {
        const int Total = 24 << 20;
        await using var server = TcpServer.Open(loop, "device", AnyPort);
        var accepted = new TaskCompletionSource<TcpPort>();
        server.Accepted = accepted.SetResult;
        using var flood = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await flood.ConnectAsync(server.Local);
        var device = await accepted.Task.WaitAsync(Limit, loop.Time);
        var pushed = 0L;
        var sender = Task.Run(() =>
        {
            var octets = new byte[65536];
            while (pushed < Total)
            {
                pushed += flood.Send(octets);
            }
        });
        await Task.Delay(TimeSpan.FromMilliseconds(300), loop.Time);
        Assert.That(Interlocked.Read(ref pushed), Is.LessThan(Total), "nobody listens yet: the sender must be held up");
        var arrived = 0L;
        var all = new TaskCompletionSource();
        device.Received = chunk =>
        {
            arrived += chunk.Bytes.Length;
            if (arrived == Total)
            {
                all.SetResult();
            }
        };

        await all.Task.WaitAsync(Limit, loop.Time);
        await sender;
    });

    [Test]
    public void A_server_s_port_in_use_is_told_and_connections_over_the_limit_are_closed_and_counted() => OnLoop(async loop =>
    {
        await using var server = TcpServer.Open(loop, "device", AnyPort);
        Assert.That(
            () => TcpServer.Open(loop, "second", server.Local),
            Throws.TypeOf<LinkException>().With.Message.Contains($"second: TCP port {server.Local.Port}").And.Message.Contains("another port in the rig file"));

        var clients = new List<TcpPort>();
        var refused = new TaskCompletionSource();
        for (var i = 0; i <= TcpServer.MostConnections; i++)
        {
            var client = await TcpPort.ConnectAsync(loop, "client", server.Local, Limit);
            client.Closed = _ => refused.TrySetResult();
            clients.Add(client);
        }

        await refused.Task.WaitAsync(Limit, loop.Time);
        Assert.That(server.Refused, Is.EqualTo(1));
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    });

    [Test]
    public void A_closed_end_sends_nothing_and_hears_nothing_more() => OnLoop(async loop =>
    {
        var (client, device, server) = await Connected(loop);
        await using var _ = server;
        client.Received = _ => Assert.Fail("heard");
        client.Closed = _ => Assert.Fail("told of its own end");
        await client.DisposeAsync();

        Assert.That(() => client.Send(new byte[1]), Throws.TypeOf<LinkException>().With.Message.EqualTo("client is closed: nothing can be sent on it any more."));
        await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
    });

    private static void OnLoop(Func<EventLoop, Task> body)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(() => body(loop));
    }

    private static async Task<(TcpPort Client, TcpPort Device, TcpServer Server)> Connected(EventLoop loop)
    {
        var server = TcpServer.Open(loop, "device", AnyPort);
        var accepted = new TaskCompletionSource<TcpPort>();
        server.Accepted = accepted.SetResult;
        var client = await TcpPort.ConnectAsync(loop, "client", server.Local, Limit);
        return (client, await accepted.Task.WaitAsync(Limit, loop.Time), server);
    }

    private static Task<byte[]> Take(TcpPort stream, int count)
    {
        var taken = new TaskCompletionSource<byte[]>();
        var octets = new List<byte>();
        stream.Received = chunk =>
        {
            octets.AddRange(chunk.Bytes.Span);
            if (octets.Count >= count)
            {
                taken.TrySetResult([.. octets]);
            }
        };
        return taken.Task;
    }

    private static long ReadExactly(Socket socket, long count)
    {
        var buffer = new byte[65536];
        var read = 0L;
        while (read < count && socket.Receive(buffer) is > 0 and var length)
        {
            read += length;
        }

        return read;
    }
}
