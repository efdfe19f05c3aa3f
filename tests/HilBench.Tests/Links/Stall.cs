using System.Net;
using System.Net.Sockets;
using HilBench.Links;
using HilBench.Links.Linux;

namespace HilBench.Tests.Links;

/// <summary>Holds up the thread that receives for a loop, as a machine without free time would.</summary>
internal sealed class Stall(EventLoop loop) : ISocketReader, IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ManualResetEventSlim _begun = new();
    private readonly ManualResetEventSlim _end = new();

    public async Task BeginAsync()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.That(loop.Receiver?.Add((int)_socket.SafeHandle.DangerousGetHandle(), this), Is.Not.Null);
        _socket.SendTo(new byte[1], _socket.LocalEndPoint!);
        await Task.Run(() => _begun.Wait(TimeSpan.FromSeconds(10)));
    }

    public void End() => _end.Set();

    public void Dispose()
    {
        End();
        _socket.Dispose();
    }

    void ISocketReader.Arrived(ReceiveBatch batch, int count, KernelClock clock)
    {
        _begun.Set();
        _end.Wait(TimeSpan.FromSeconds(30));
    }

    bool ISocketReader.Failed(int error) => false;
}
