using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class EthernetPortTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    [Platform("Linux")]
    public void An_interface_that_is_not_there_is_told_with_the_remedy()
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => EthernetPort.Open(loop, "rsu1.air", "nowhere0", 0x88DC),
            Throws.TypeOf<LinkException>().With.Message.EqualTo("rsu1.air: there is no network interface 'nowhere0' here. 'ip link' lists them; give one of them in the rig file."));
    }

    [Test]
    public void The_virtual_clock_cannot_carry_frames_of_an_interface()
    {
        using var loop = EventLoop.CreateVirtual(Noon);

        Assert.That(() => EthernetPort.Open(loop, "rsu1.air", "lo", 0x88DC), Throws.TypeOf<LinkException>().With.Message.Contains("needs Linux").And.Message.Contains("wall clock"));
    }
}
