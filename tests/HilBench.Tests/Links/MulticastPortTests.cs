using System.Net;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class MulticastPortTests
{
    private static readonly IPEndPoint Group = new(IPAddress.Parse("239.118.122.97"), 18947);

    [Test]
    public void Everybody_who_joined_hears_everybody_but_not_himself()
    {
        using var loop = EventLoop.CreateWall();
        var heard = new List<string>();
        loop.Run(async () =>
        {
            await using var one = MulticastPort.Open(loop, "one", IPAddress.Loopback, Group);
            await using var two = MulticastPort.Open(loop, "two", IPAddress.Loopback, Group);
            await using var three = MulticastPort.Open(loop, "three", IPAddress.Loopback, Group);
            one.Received = datagram => heard.Add($"one {datagram.Bytes.Span[0]}");
            two.Received = datagram => heard.Add($"two {datagram.Bytes.Span[0]}");
            three.Received = datagram => heard.Add($"three {datagram.Bytes.Span[0]}");
            one.Send(new byte[] { 1 });
            two.Send(new byte[] { 2 });
            for (var i = 0; i < 500 && heard.Count < 4; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            Assert.That((one.Dropped ?? 0) + (two.Dropped ?? 0) + (three.Dropped ?? 0), Is.Zero);
        });

        Assert.That(heard, Is.EquivalentTo(["two 1", "three 1", "one 2", "three 2"]));
    }

    [TestCase("10.0.0.1", "127.0.0.1")]
    [TestCase("239.1.2.3", "::1")]
    public void What_is_no_group_is_refused_with_what_groups_are(string group, string local)
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => MulticastPort.Open(loop, "obu1.air", IPAddress.Parse(local), new IPEndPoint(IPAddress.Parse(group), 8947)),
            Throws.TypeOf<LinkException>().With.Message.StartsWith($"obu1.air: {group} on {local} is no multicast group of IPv4; groups are 224.0.0.0 to 239.255.255.255"));
    }

    [Test]
    public void An_address_of_another_machine_is_refused_with_the_remedy()
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => MulticastPort.Open(loop, "obu1.air", IPAddress.Parse("192.0.2.77"), Group),
            Throws.TypeOf<LinkException>().With.Message.Contains("could not join").And.Message.Contains("ip address"));
    }
}
