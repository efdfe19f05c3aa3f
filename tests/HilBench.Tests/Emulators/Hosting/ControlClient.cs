using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace HilBench.Tests.Emulators.Hosting;

/// <summary>Asks an emulator on its control port, as a program of somebody else would: a socket and JSON text.</summary>
internal sealed class ControlClient(IPEndPoint control) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly UdpClient _socket = Connected(control);

    /// <summary>Sends a request and returns the answer.</summary>
    public async Task<JsonNode> AskAsync(string request)
    {
        await _socket.SendAsync(Encoding.UTF8.GetBytes(request));
        using var patience = new CancellationTokenSource(Patience);
        var answer = await _socket.ReceiveAsync(patience.Token);
        return JsonNode.Parse(answer.Buffer)!;
    }

    /// <summary>Asks for the health until it fulfils a condition.</summary>
    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var health = await AskAsync("""{"ask": "health"}""");
            if (condition(health))
            {
                return health;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    public void Dispose() => _socket.Dispose();

    private static UdpClient Connected(IPEndPoint control)
    {
        var socket = new UdpClient(control.AddressFamily);
        socket.Connect(control);
        return socket;
    }
}
