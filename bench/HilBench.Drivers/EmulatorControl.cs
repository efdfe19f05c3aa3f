using System.Net;
using System.Net.Sockets;
using HilBench.Emulators.Hosting;

namespace HilBench.Drivers;

/// <summary>Asks an emulator on its control port: over UDP, again until it answers.</summary>
public sealed class EmulatorControl : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(250);

    private readonly Socket _socket;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Opens a socket to a control port; nothing is sent yet.</summary>
    public EmulatorControl(IPEndPoint control)
    {
        _socket = new Socket(control.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        _socket.Connect(control);
    }

    /// <summary>Asks, and asks again until the answer is there.</summary>
    /// <param name="request">What is asked. Each can be asked twice without harm.</param>
    /// <param name="patience">How long to wait for the answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The answer; null when there was none in time.</returns>
    public async Task<EmulatorHealth?> AskAsync(ControlRequest request, TimeSpan patience, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            end.CancelAfter(patience);
            Drain();
            while (!end.IsCancellationRequested)
            {
                if (await TryAsync(ControlMessages.Encode(request), end.Token) is { } health)
                {
                    return health;
                }
            }

            cancellation.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _turn.Dispose();
    }

    // Answers to what was asked before came too late.
    private void Drain()
    {
        var buffer = new byte[1];
        while (_socket.Available > 0)
        {
            try
            {
                _socket.Receive(buffer);
            }
            catch (SocketException)
            {
                // Longer than the buffer, or the network's "nobody listens": either way it is out of the queue.
            }
        }
    }

    private async Task<EmulatorHealth?> TryAsync(byte[] request, CancellationToken end)
    {
        using var once = CancellationTokenSource.CreateLinkedTokenSource(end);
        once.CancelAfter(Again);
        var buffer = new byte[ushort.MaxValue];
        try
        {
            await _socket.SendAsync(request, once.Token);
            var length = await _socket.ReceiveAsync(buffer, once.Token);
            return ControlMessages.TryReadHealth(buffer.AsSpan(0, length), out var health) ? health : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (SocketException)
        {
            // Nobody listens yet, or no more.
            await WaitAsync(once.Token);
            return null;
        }
    }

    private static async Task WaitAsync(CancellationToken until)
    {
        try
        {
            await Task.Delay(Again, TimeProvider.System, until);
        }
        catch (OperationCanceledException)
        {
            // The time for one try is over.
        }
    }
}
