using HilBench.Wire.Ethernet;

namespace HilBench.Tests.Wire.Ethernet;

internal sealed class EthernetFrameTests
{
    private const string Addresses = "FFFFFFFFFFFF" + "0200000000FE";

    [Test]
    public void A_frame_is_written_and_read_back()
    {
        var octets = new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = Convert.FromHexString("0200000000FE"),
            EtherType = 0x88DC,
            Payload = new byte[] { 3, 0 },
        }.Encode();

        Assert.That(Convert.ToHexString(octets), Is.EqualTo(Addresses + "88DC" + "0300"));
        Assert.That(EthernetFrame.TryParse(octets, out var frame, out _), Is.True);
        Assert.That((frame!.EtherType, frame.PayloadOffset, frame.SourceText), Is.EqualTo((0x88DC, 14, "02:00:00:00:00:fe")));
        Assert.That(frame.Payload.ToArray(), Is.EqualTo(new byte[] { 3, 0 }));
    }

    [TestCase("81000064" + "88DC", 18)]
    [TestCase("88A80064" + "81000064" + "88DC", 22)]
    public void Tags_are_skipped(string types, int offset)
    {
        Assert.That(EthernetFrame.TryParse(Convert.FromHexString(Addresses + types + "AB"), out var frame, out _), Is.True);
        Assert.That((frame!.EtherType, frame.PayloadOffset), Is.EqualTo((0x88DC, offset)));
        Assert.That(frame.Payload.ToArray(), Is.EqualTo(new byte[] { 0xAB }));
    }

    [TestCase("", "at least 14 octets, this one 0", 0)]
    [TestCase(Addresses + "88", "at least 14 octets, this one 13", 13)]
    [TestCase(Addresses + "0026" + "424203", "0x0026 where an EtherType", 12)]
    [TestCase(Addresses + "81000064" + "0003" + "424203", "0x0003 where an EtherType", 16)]
    public void Other_frames_are_refused(string hex, string message, int offset)
    {
        Assert.That(EthernetFrame.TryParse(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error?.Message, Does.Contain(message));
        Assert.That(error?.Offset, Is.EqualTo(offset));
    }

    [Test]
    public void An_address_of_another_length_is_not_written() => Assert.That(
        () => new EthernetFrame { Destination = new byte[5], Source = new byte[6], EtherType = 0x88DC, Payload = default }.Encode(),
        Throws.InvalidOperationException.With.Message.Contains("5 and 6 octets"));
}
