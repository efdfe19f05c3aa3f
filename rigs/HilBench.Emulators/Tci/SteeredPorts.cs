using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Tci;

/// <summary>
/// Steers an on-board unit at its ports: what it sends goes on or is dropped, what it takes for its receiver's fixes is replaced. The unit itself is the
/// same as without; give it <see cref="Gnss"/> and <see cref="Air"/> in place of the links.
/// </summary>
public sealed class SteeredPorts : ITestableUnit, IDisposable
{
    private static readonly TimeSpan FixInterval = TimeSpan.FromMilliseconds(100);
    private readonly IDisposable _fixes;

    /// <summary>Puts itself between the unit and its links.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="gnss">Where the fixes come from.</param>
    /// <param name="air">The air interface.</param>
    public SteeredPorts(EventLoop loop, IDatagramPort gnss, IDatagramPort air)
    {
        var receiver = new SteeredPort(gnss) { Receives = () => UsesReceiver };
        var radio = new SteeredPort(air) { Sends = () => Transmits };
        Gnss = receiver;
        Air = radio;
        radio.Observe = Hear;
        _fixes = loop.Every(loop.Now, FixInterval, at =>
        {
            if (!UsesReceiver && Position is { } position)
            {
                var fix = position with { Utc = at.ToUtc() };
                receiver.Inject(new Datagram(fix.Encode(), new Stamp(at, loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace)));
            }
        });
    }

    /// <summary>What the unit takes for the link from its receiver.</summary>
    public IDatagramPort Gnss { get; }

    /// <summary>What the unit takes for its radio.</summary>
    public IDatagramPort Air { get; }

    /// <inheritdoc/>
    public bool Transmits { get; set; } = true;

    /// <inheritdoc/>
    public bool UsesReceiver { get; set; } = true;

    /// <inheritdoc/>
    public GnssFix? Position { get; set; }

    /// <inheritdoc/>
    public Action<WsmpMessage, ReadOnlyMemory<byte>>? Heard { get; set; }

    /// <summary>Ends the fixes that take the place of the receiver's.</summary>
    public void Dispose() => _fixes.Dispose();

    private void Hear(Datagram datagram)
    {
        if (Heard is { } heard && EthernetFrame.TryParse(datagram.Bytes, out var frame, out _) && frame.EtherType == WsmpMessage.EtherType
            && WsmpMessage.TryParse(frame.Payload.Span, out var message, out _))
        {
            heard(message, frame.Source);
        }
    }
}
