using HilBench.Wire.CabinetIo;

namespace HilBench.Tests.Wire.CabinetIo;

internal sealed class CabinetIoTests
{
    [Test]
    public void Lamp_states_are_20_octets()
    {
        var lamps = new LampStates(0x01020304, 0xA001, 0xA002, 0xA003, 0xA004, 0xA005, 0xA006);

        Assert.That(Convert.ToHexString(lamps.Encode()), Is.EqualTo("48424C53" + "01020304" + "A001A002A003A004A005A006"));
        Assert.That(LampStates.TryParse(lamps.Encode(), out var read, out _), Is.True);
        Assert.That(read, Is.EqualTo(lamps));
    }

    [Test]
    public void Detector_inputs_are_14_octets()
    {
        var inputs = new DetectorInputs(7, 0x8001, 0x0022, 2);

        Assert.That(Convert.ToHexString(inputs.Encode()), Is.EqualTo("48424449" + "00000007" + "8001" + "0022" + "02" + "00"));
        Assert.That(DetectorInputs.TryParse(inputs.Encode(), out var read, out _), Is.True);
        Assert.That(read, Is.EqualTo(inputs));
    }

    [Test]
    public void Other_octets_are_refused_with_what_was_expected()
    {
        Assert.That(LampStates.TryParse(new byte[20], out _, out var lamps), Is.False);
        Assert.That(lamps!.Value.Message, Does.Contain("expected 20").And.Contain("HBLS"));
        Assert.That(DetectorInputs.TryParse("HBDI"u8, out _, out var inputs), Is.False);
        Assert.That(inputs!.Value.Message, Does.Contain("4 octets, expected 14"));
    }
}
