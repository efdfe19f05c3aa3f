using System.Text;
using HilBench.Wire.Slcan;

namespace HilBench.Tests.Wire.Slcan;

internal sealed class SlcanTextTests
{
    [TestCase("t1AB3010203", 0x1ABu, false, false, "010203")]
    [TestCase("t0000", 0u, false, false, "")]
    [TestCase("T18FEF10020102", 0x18FEF100u, true, false, "0102")]
    [TestCase("r7FF8", 0x7FFu, false, true, "0000000000000000")]
    [TestCase("R1FFFFFFF0", 0x1FFFFFFFu, true, true, "")]
    public void A_frame_is_read_and_written_as_the_same_text(string text, uint id, bool extended, bool remote, string data)
    {
        Assert.That(SlcanText.TryParse(Encoding.ASCII.GetBytes(text), out var frame, out var time, out var error), Is.True, error?.ToString());
        Assert.That(frame, Is.EqualTo(new CanFrame(id, Convert.FromHexString(data), extended, remote)));
        Assert.That(time, Is.Null);
        Assert.That(Encoding.ASCII.GetString(SlcanText.Encode(frame!)), Is.EqualTo(text + "\r"));
    }

    [Test]
    public void An_adapters_time_is_read_and_starts_again_after_a_minute()
    {
        Assert.That(SlcanText.TryParse("t12311FEA5F"u8, out var frame, out var time, out _));
        Assert.That(frame, Is.EqualTo(new CanFrame(0x123, new byte[] { 0x1F })));
        Assert.That(time, Is.EqualTo(0xEA5F));
        Assert.That(Encoding.ASCII.GetString(SlcanText.Encode(frame!, 60_001)), Is.EqualTo("t12311F0001\r"));
    }

    [TestCase("", "expected a CAN frame")]
    [TestCase("x1230", "expected a CAN frame")]
    [TestCase("t12", "expected a CAN frame")]
    [TestCase("t8000", "more than 11 bits")]
    [TestCase("T200000000", "more than 29 bits")]
    [TestCase("t1239", "number of octets")]
    [TestCase("t123201", "number of octets")]
    [TestCase("t12310203", "number of octets")]
    [TestCase("t12310G", "not two hexadecimal digits")]
    [TestCase("t1231 1", "not two hexadecimal digits")]
    [TestCase("t123101zzzz", "time is not")]
    [TestCase("r123101", "number of octets")]
    public void What_is_no_frame_is_refused_with_the_reason(string text, string expected)
    {
        Assert.That(SlcanText.TryParse(Encoding.ASCII.GetBytes(text), out _, out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain(expected));
    }

    [Test]
    public void A_frame_that_no_bus_carries_is_not_written()
    {
        Assert.That(() => SlcanText.Encode(new CanFrame(0x800, default)), Throws.ArgumentException.With.Message.Contains("11 bits"));
        Assert.That(() => SlcanText.Encode(new CanFrame(1, new byte[9])), Throws.ArgumentException.With.Message.Contains("at most 8 octets"));
    }

    [Test]
    public void Lines_end_with_CR_or_BEL_and_overlong_ones_are_dropped_whole()
    {
        var lines = new SlcanLines();
        var found = new List<string>();
        lines.Add(Encoding.ASCII.GetBytes($"\r\nt1230\rV1\a{new string('x', 4000)}\rz\r"), (line, bell) => found.Add(Encoding.ASCII.GetString(line.Span) + (bell ? "!" : ".")));

        Assert.That(found, Is.EqualTo([".", "t1230.", "V1!", "z."]));
        Assert.That(lines.Dropped, Is.EqualTo(1));
    }

    [Test]
    public void Random_and_mutated_lines_are_a_frame_or_an_error()
    {
        var random = new Random(21);
        var whole = "t1AB3010203\rT18FEF10020102\rr7FF8\rR1FFFFFFF0\rV1013\rt12311FEA5F\rz\rZ\r\aF00\r"u8.ToArray();
        var lines = new SlcanLines();
        var frames = 0;
        for (var i = 0; i < Fuzz.Rounds(300_000); i++)
        {
            lines.Add(Fuzz.Mutate(random, whole, 60), (line, bell) =>
            {
                if (SlcanText.TryParse(line.Span, out var frame, out _, out var error))
                {
                    frames++;
                    Assert.That(SlcanText.TryParse(SlcanText.Encode(frame).AsSpan().TrimEnd((byte)'\r'), out var again, out _, out _) && again.Equals(frame));
                }
                else if (error is null)
                {
                    Assert.Fail("neither frame nor error");
                }
            });
        }

        Assert.That(frames, Is.Positive);
    }
}
