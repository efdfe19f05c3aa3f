using System.Globalization;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;

namespace HilBench.Drivers.Tci;

/// <summary>
/// Basic safety messages switched on and off, believed only when the air shows it: after 'on' one must come, after 'off' none must. Give it every frame of
/// the air's tap.
/// </summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="control">The device's test control.</param>
/// <param name="patience">How long the first message may take, and how long silence must last. More than the 100 ms between two messages.</param>
public sealed class ProvenTransmission(EventLoop loop, ITestControl control, TimeSpan patience)
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);
    private TaskCompletionSource<bool>? _next;

    /// <summary>Basic safety messages seen so far.</summary>
    public int Seen { get; private set; }

    /// <summary>Takes a frame of the air.</summary>
    /// <param name="datagram">An Ethernet frame.</param>
    public void Observe(Datagram datagram)
    {
        if (EthernetFrame.TryParse(datagram.Bytes, out var frame, out _) && frame.EtherType == WsmpMessage.EtherType
            && WsmpMessage.TryParse(frame.Payload.Span, out var message, out _) && message.Psid == Psid.VehicleSafety)
        {
            Seen++;
            _next?.TrySetResult(true);
        }
    }

    /// <summary>Switches transmission on or off and waits for the air to show it.</summary>
    /// <exception cref="RigException">The device did not do it, or said so and the air does not show it.</exception>
    public async Task TransmitAsync(bool on, CancellationToken cancellation)
    {
        await control.TransmitAsync(on, cancellation);
        if (!on)
        {
            await Task.Delay(Settling, loop.Time, cancellation);
        }

        var next = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _next = next;
        using var timeout = loop.Schedule(loop.Now + patience, () => next.TrySetResult(false));
        using var ended = cancellation.Register(() => next.TrySetCanceled(cancellation));
        var seen = await next.Task;
        if (seen != on)
        {
            throw new TciRequestException(string.Create(
                CultureInfo.InvariantCulture,
                $"{control.Plan.Name}: {(on ? "startBsmTx" : "stopBsmTx")} was answered with success, but the air showed {(on ? "no BSM" : "a BSM")} within {patience.TotalSeconds:0.###} s. Check the device, its position, and that the bench receives what it transmits."));
        }
    }
}
