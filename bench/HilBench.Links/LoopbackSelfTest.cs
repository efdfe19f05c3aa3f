using System.Net;

namespace HilBench.Links;

/// <summary>Measures the bench's own timing floor: datagrams that it sends to itself over UDP on loopback.</summary>
public static class LoopbackSelfTest
{
    private const int WarmUp = 100; // the first ones are slow: code that runs for the first time
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Sends datagrams one by one and measures each from its send stamp to its receive stamp.</summary>
    /// <param name="loop">A wall-clock loop; call it from inside its body.</param>
    /// <param name="count">Number of datagrams that count, 10 or more.</param>
    /// <exception cref="LinkException">Loopback lost datagrams: the machine cannot be measured with.</exception>
    public static async Task<FloorMeasurement> RunAsync(EventLoop loop, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 10);
        await using var receiver = UdpPort.Open(loop, "self-test receiver", new IPEndPoint(IPAddress.Loopback, 0), null);
        await using var sender = UdpPort.Open(loop, "self-test sender", new IPEndPoint(IPAddress.Loopback, 0), receiver.Local);
        var all = WarmUp + count;
        var sent = new long[all];
        var latencies = new List<double>(count);
        var received = 0;
        receiver.Received = datagram =>
        {
            // Anybody on this machine can send to the port; such datagrams are passed over.
            if (datagram.Bytes.Length == sizeof(int) && BitConverter.ToInt32(datagram.Bytes.Span) is var index && index >= 0 && index < all && sent[index] > 0)
            {
                received++;
                if (index >= WarmUp)
                {
                    latencies.Add((datagram.At.At.UnixNanoseconds - sent[index]) / 1000.0);
                }
            }
        };

        for (var i = 0; i < all; i++)
        {
            sent[i] = sender.Send(BitConverter.GetBytes(i)).At.UnixNanoseconds;
            await Task.Delay(Spacing, loop.Time);
        }

        for (var waited = TimeSpan.Zero; received < all && waited < Grace; waited += Spacing)
        {
            await Task.Delay(Spacing, loop.Time);
        }

        if (received < all)
        {
            throw new LinkException($"The loopback self-test lost {all - received} of {all} datagrams: free the machine of other load and run again.");
        }

        latencies.Sort();
        return new FloorMeasurement(
            count,
            latencies[0],
            latencies[(count - 1) / 2],
            latencies[(int)Math.Ceiling(count * 0.99) - 1],
            latencies[^1],
            $"{count} UDP datagrams over loopback after {WarmUp} not counted, send (stamped in user space) to receive ({Where(receiver.Stamps)}), one clock, {(loop.HasRealTimePriority ? "real-time" : "ordinary")} priority");
    }

    private static string Where(StampSource source) => source == StampSource.Kernel ? "stamped by the kernel" : "stamped in user space";
}
