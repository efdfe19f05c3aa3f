using System.Net;
using HilBench.Drivers;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Tests.Wire.AirWrappers;

namespace HilBench.Tests.Drivers;

internal sealed class AirCopiesTests
{
    [Test]
    public void Copies_that_a_unit_sends_to_a_port_become_air_messages_with_what_the_unit_says_of_the_radio()
    {
        var wireless = Wrapped.Wireless(0x88DC, Wrapped.Wsmp());
        byte[][] copies = [Wrapped.DsrcReceived(wireless), Wrapped.DsrcSent(wireless), [1, .. Wrapped.Wsmp()], "no frame"u8.ToArray()];
        var contents = Observe(0, copies).Select(frame => ObservationReader.Read(frame, 1).Content).ToArray();

        Assert.That(contents.Select(content => (content as AirContent)?.Radio?.Received), Is.EqualTo((bool?[])[true, false, null, null]));
        Assert.That(contents.Take(3), Is.All.TypeOf<AirContent>());
        Assert.That(contents[3], Is.TypeOf<UndecodedContent>());
    }

    [Test]
    public void A_header_of_the_units_own_is_passed_over_and_the_tap_says_so()
    {
        var frame = Observe(52, [.. new byte[52], .. Wrapped.Wireless(0x88DC, Wrapped.Wsmp())]).Single();

        Assert.That(ObservationReader.Read(frame, 1).Content, Is.TypeOf<AirContent>());
        Assert.That((frame.Tap.Name, frame.Tap.Layer), Is.EqualTo(("obu1.air", LinkLayer.RawIp)));
        Assert.That(frame.Tap.Description, Does.EndWith(", 52 octets before each frame passed over"));
    }

    private static List<TapFrame> Observe(int skip, params byte[][] copies)
    {
        using var loop = EventLoop.CreateWall();
        var frames = new List<TapFrame>();
        loop.Run(async () =>
        {
            await using var bench = UdpPort.Open(loop, "obu1.air", new IPEndPoint(IPAddress.Loopback, 0), null);
            await using var unit = UdpPort.Open(loop, "obu1.air", new IPEndPoint(IPAddress.Loopback, 0), bench.Local);
            AirCopies.Observe(bench, "obu1", skip, frames.Add);
            foreach (var copy in copies)
            {
                unit.Send(copy);
            }

            for (var i = 0; i < 500 && frames.Count < copies.Length; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            }
        });

        return frames;
    }
}
