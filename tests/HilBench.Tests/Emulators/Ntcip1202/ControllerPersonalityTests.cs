using HilBench.Emulators.Ntcip1202;
using HilBench.Wire.Snmp;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Ntcip1202;

internal sealed class ControllerPersonalityTests
{
    private const string Enable = "1.3.6.1.4.1.1206.3.5.2.9.44.1";

    [Test]
    public void The_feed_is_on_unless_it_is_disabled_and_has_the_form_that_is_enabled()
    {
        using var bench = new ControllerBench();
        bench.Detect(0, 0x08);
        bench.Run(1);
        Assert.That((bench.Feed.Count, bench.Number($"{Enable}.0"), bench.Number($"{Enable}.1")), Is.EqualTo((10, 2, 2)));
        Assert.That(bench.Feed[^1].PedCalls, Is.Null);
        Assert.That(bench.Set($"{Enable}.0", 6), Is.EqualTo(SnmpError.NoError));
        bench.Run(1);
        Assert.That((bench.Feed[^1].PedCalls, bench.Feed[^1].PedDetects), Is.EqualTo(((ushort?)0x08, (ushort?)0x08)));
        Assert.That(bench.Feed[^1].Encode(), Has.Length.EqualTo(245));
        Assert.That(bench.Set($"{Enable}.1", 0), Is.EqualTo(SnmpError.NoError));
        var count = bench.Feed.Count;
        bench.Run(5);
        Assert.That(bench.Feed, Has.Count.EqualTo(count));
        Assert.That(bench.Set($"{Enable}.1", 3), Is.EqualTo(SnmpError.WrongValue));
    }

    [TestCase("spat-enable-instance-0", 0, 1)]
    [TestCase("spat-enable-instance-1", 1, 0)]
    public void Only_one_instance_may_enable_the_feed(string personality, int there, int missing)
    {
        using var bench = Bench(personality, "spat-off-at-start");
        bench.Run(2);
        Assert.That(bench.Feed, Is.Empty);
        Assert.That(bench.Set($"{Enable}.{missing}", 2), Is.EqualTo(SnmpError.NoCreation));
        Assert.That(bench.Set($"{Enable}.{there}", 2), Is.EqualTo(SnmpError.NoError));
        bench.Run(2);
        Assert.That(bench.Feed, Has.Count.EqualTo(20));
    }

    [Test]
    public void A_controller_of_version_2_lacks_what_version_3_brought()
    {
        using var bench = Bench("ntcip-1202-v02");
        foreach (var name in (string[])["2.12.1.2.1", "2.13.1.2.1", "1.2.1.24.1", "7.5.1.9.1", "16.1.0", "2.5.5.0"])
        {
            Assert.That(bench.Objects.Get(ControllerBench.Id(name)).IsException, name);
        }

        Assert.That(bench.Set("1.5.1.6.1", 1), Is.EqualTo(SnmpError.NoError));
    }

    [Test]
    public void Lamps_may_be_told_by_phase_status_only()
    {
        using var bench = Bench("no-channel-status");
        Assert.That(bench.Objects.Get(ControllerBench.Id("8.4.1.4.1")).IsException);
        Assert.That(bench.Number("8.2.1.2.2"), Is.EqualTo(2));
    }

    [Test]
    public void Orders_may_be_answered_without_an_error_and_ignored()
    {
        using var bench = Bench("control-ignored");
        bench.Run(10);
        Assert.That(bench.Set("1.5.1.4.1", 2), Is.EqualTo(SnmpError.NoError));
        Assert.That(bench.Set($"{Enable}.0", 6), Is.EqualTo(SnmpError.NoError));
        Assert.That((bench.Number("1.5.1.4.1"), bench.Number($"{Enable}.0")), Is.EqualTo((0, 2)));
    }

    [TestCase(new string[0], SnmpSyntax.Integer32, SnmpSyntax.Counter32)]
    [TestCase(new[] { "global-time-as-counter" }, SnmpSyntax.Counter32, SnmpSyntax.Counter32)]
    [TestCase(new[] { "local-time-as-integer" }, SnmpSyntax.Integer32, SnmpSyntax.Integer32)]
    public void Times_have_either_tag(string[] personalities, SnmpSyntax global, SnmpSyntax local)
    {
        using var bench = Bench(personalities);
        Assert.That(bench.Objects.Get(ControllerBench.Id("1.3.6.1.4.1.1206.4.2.6.3.1.0")).Syntax, Is.EqualTo(global));
        Assert.That(bench.Objects.Get(ControllerBench.Id("1.3.6.1.4.1.1206.4.2.6.3.6.0")).Syntax, Is.EqualTo(local));
        Assert.That(
            bench.Set("1.3.6.1.4.1.1206.4.2.6.3.1.0", SnmpValue.Counting(SnmpSyntax.Counter32, 1000)),
            Is.EqualTo(global == SnmpSyntax.Counter32 ? SnmpError.NoError : SnmpError.WrongType));
        Assert.That(bench.Set("1.3.6.1.4.1.1206.4.2.6.3.1.0", 1000), Is.EqualTo(SnmpError.NoError));
    }

    [Test]
    public void The_feeds_time_stamp_may_be_seconds_of_the_day()
    {
        using var bench = Bench("tscbm-seconds-of-day");
        bench.Run(2);
        Assert.That(bench.Feed[^1].Timestamp.AsSecondsOfDay, Is.EqualTo(TimeSpan.FromSeconds(43_202)).Within(TimeSpan.FromMilliseconds(150)));
        Assert.That(bench.Feed[^1].Timestamp.AsHourMinuteSecond, Is.Not.EqualTo(bench.Feed[^1].Timestamp.AsSecondsOfDay));
    }

    [Test]
    public void The_feeds_version_sequence_and_times_are_quirks_too()
    {
        using var bench = Bench("tscbm-version-2", "tscbm-counts-datagrams", "tscbm-unknown-times");
        bench.Run(3);
        Assert.That(bench.Feed.Select(message => (int)message.MessageVersion), Is.All.EqualTo(2));
        Assert.That(bench.Feed.Select(message => (int)message.Sequence), Is.EqualTo(Enumerable.Range(0, bench.Feed.Count)));
        Assert.That(bench.Feed[^1].Blocks.Take(8).Select(block => (int)block.VehMin), Is.All.EqualTo(TscbmBlock.Unknown));
    }

    [Test]
    public void Unknown_names_are_refused_with_those_there_are() =>
        Assert.That(() => Bench("no-such"), Throws.ArgumentException.With.Message.Contains("'no-such' is no personality of a device of kind signal-controller; it has: ntcip-1202-v02"));

    private static ControllerBench Bench(params string[] personalities) => new(new Ntcip1202Settings { Personalities = [.. personalities] });
}
