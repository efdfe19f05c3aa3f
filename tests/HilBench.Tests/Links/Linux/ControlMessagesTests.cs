using HilBench.Links.Linux;

namespace HilBench.Tests.Links.Linux;

internal sealed class ControlMessagesTests
{
    // Taken from a recvmsg on loopback: level 1, type 37, three times of which the first is set.
    private static byte[] Stamped(long seconds, long nanoseconds) =>
    [
        .. BitConverter.GetBytes(64L), .. BitConverter.GetBytes(1), .. BitConverter.GetBytes(37),
        .. BitConverter.GetBytes(seconds), .. BitConverter.GetBytes(nanoseconds), .. new byte[32],
    ];

    [Test]
    public void The_software_stamp_is_found_behind_other_messages()
    {
        byte[] other = [.. BitConverter.GetBytes(20L), .. BitConverter.GetBytes(1), .. BitConverter.GetBytes(40), 1, 0, 0, 0, 0, 0, 0, 0];

        Assert.That(ControlMessages.StampIn([.. other, .. Stamped(1_795_666_179, 723_114_003)]), Is.EqualTo(1_795_666_179_723_114_003));
    }

    [Test]
    public void A_stamp_of_zero_is_none() => Assert.That(ControlMessages.StampIn(Stamped(0, 0)), Is.Null);

    [Test]
    public void Lengths_that_cannot_be_end_the_walk()
    {
        var whole = Stamped(1, 1);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.That(ControlMessages.StampIn(whole.AsSpan(0, length)), Is.Null, $"{length} octets");
        }

        BitConverter.TryWriteBytes(whole, ulong.MaxValue);
        Assert.That(ControlMessages.StampIn(whole), Is.Null);
        BitConverter.TryWriteBytes(whole, 0UL);
        Assert.That(ControlMessages.StampIn(whole), Is.Null);
    }
}
