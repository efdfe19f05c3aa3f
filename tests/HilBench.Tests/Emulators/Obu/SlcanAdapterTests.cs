using System.Text;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Wire.Slcan;

namespace HilBench.Tests.Emulators.Obu;

internal sealed class SlcanAdapterTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [TestCase("\r", "\r")]
    [TestCase("V\r", "V1013\r")]
    [TestCase("N\r", "N4242\r")]
    [TestCase("F\r", "F00\r")]
    [TestCase("C\rS6\rO\rO\r", "\r\r\r\r")]
    [TestCase("S9\r", "\a")]
    [TestCase("O\rS6\r", "\r\a")]
    [TestCase("s031C\r", "\r")]
    [TestCase("s03\r", "\a")]
    [TestCase("t1230\r", "\a")]
    [TestCase("O\rt1230\rT000001230\rr1230\r", "\rz\rZ\rz\r")]
    [TestCase("O\rt9990\rt12\r", "\r\a\a")]
    [TestCase("L\rt1230\r", "\r\a")]
    [TestCase("Z1\rZ2\r", "\r\a")]
    [TestCase("M00000000\rmFFFFFFFF\rmxyz\r", "\r\r\a")]
    [TestCase("hello\r", "\a")]
    public void Commands_are_answered_as_LAWICEL_adapters_do(string commands, string answers) =>
        Assert.That(Talk(commands), Is.EqualTo(answers));

    [TestCase("slcan-plain-answer", "O\rt1230\rT000001230\r", "\r\r\r")]
    [TestCase("slcan-silent", "O\rt1230\r", "\r")]
    [TestCase("slcan-second-open-refused", "O\rO\rt1230\r", "\r\az\r")]
    public void Adapters_have_their_own_ways(string personality, string commands, string answers) =>
        Assert.That(Talk(commands, personality), Is.EqualTo(answers));

    [Test]
    public void A_filter_lets_through_what_its_mask_does_not_look_at()
    {
        // Code and mask of an SJA1000: 0x100 << 21 with the lowest 4 bits of the identifier free.
        var heard = Talk("M20000000\rm01FFFFFF\rO\r", [], adapter =>
        {
            adapter.Deliver(new CanFrame(0x100, default));
            adapter.Deliver(new CanFrame(0x10F, default));
            adapter.Deliver(new CanFrame(0x110, default));
        });

        Assert.That(heard, Is.EqualTo("\r\r\rt1000\rt10F0\r"));
    }

    [Test]
    public void Frames_are_stamped_when_asked_and_nothing_is_heard_of_a_closed_bus()
    {
        Assert.That(Talk("Z1\rO\r", [], adapter => adapter.Deliver(new CanFrame(1, default))), Does.Match("^\r\rt0010[0-9A-F]{4}\r$"));
        Assert.That(Talk("O\rC\r", [], adapter => adapter.Deliver(new CanFrame(1, default))), Is.EqualTo("\r\r"));
    }

    [Test]
    public void Random_and_mutated_commands_never_stop_the_adapter()
    {
        var random = new Random(24);
        var whole = "C\rS6\rO\rt1AB3010203\rT18FEF10020102\rr7FF8\rL\rV\rN\rF\rZ1\rM00000000\rmFFFFFFFF\rs031C\r"u8.ToArray();
        using var loop = EventLoop.CreateVirtual(Noon);
        var line = new ScriptedLine();
        _ = new SlcanAdapter(loop, line, []);
        for (var i = 0; i < Fuzz.Rounds(200_000); i++)
        {
            line.Received!(new Datagram(Fuzz.Mutate(random, whole, 60), default));
        }

        line.Sent.Clear();
        line.Received!(new Datagram("\rV\r"u8.ToArray(), default));
        Assert.That(Encoding.ASCII.GetString([.. line.Sent]), Does.EndWith("V1013\r"));
    }

    private static string Talk(string commands, params string[] personalities) => Talk(commands, personalities, _ => { });

    private static string Talk(string commands, string[] personalities, Action<SlcanAdapter> then)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var line = new ScriptedLine();
        var adapter = new SlcanAdapter(loop, line, [.. personalities]);
        foreach (var chunk in Encoding.ASCII.GetBytes(commands).Chunk(3))
        {
            line.Received!(new Datagram(chunk, default));
        }

        then(adapter);
        return Encoding.ASCII.GetString([.. line.Sent]);
    }
}
