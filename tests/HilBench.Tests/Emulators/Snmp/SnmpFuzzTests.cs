using System.Globalization;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>
/// Octets of every kind into the readers and into a whole agent: random ones, and good messages with octets changed, cut, doubled and put in.
/// <c>HILBENCH_FUZZ</c> sets how many.
/// </summary>
internal sealed class SnmpFuzzTests
{
    private const int MaxAllocatedPerOctet = 400;
    private static readonly UsmUser Bench = SampleAgent.User(UsmAuthentication.Sha1, UsmPrivacy.Aes128);

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 200_000;

    [Test]
    public void No_octets_crash_the_readers_or_take_memory_beyond_their_length()
    {
        var random = new Random(1);
        var seeds = Seeds(EngineId.OfText(32473, "hilbench"));
        for (var i = 0; i < Count; i++)
        {
            var octets = Mutate(random, seeds);
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = SnmpMessage.VersionOf(octets, out _);
            _ = CommunityMessage.TryParse(octets, out var community, out var error);
            Assert.That(community is null, Is.EqualTo(error is not null));
            _ = UsmMessage.TryParse(octets, out var user, out error);
            Assert.That(user is null, Is.EqualTo(error is not null));
            if (user?.Head.Level == SecurityLevel.NoAuthNoPriv)
            {
                _ = user.TryOpen(null, out _, out _);
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.That(allocated, Is.LessThan(16_384 + (MaxAllocatedPerOctet * octets.Length)), Convert.ToHexString(octets));
        }
    }

    [Test]
    public void What_a_reader_takes_it_writes_so_that_it_reads_the_same()
    {
        var random = new Random(2);
        var seeds = Seeds(EngineId.OfText(32473, "hilbench"));
        var taken = 0;
        for (var i = 0; i < Count / 4; i++)
        {
            if (CommunityMessage.TryParse(Mutate(random, seeds), out var message, out _))
            {
                taken++;
                var encoded = message.Encode();
                Assert.That(CommunityMessage.TryParse(encoded, out var again, out var error), Is.True, $"{error}: {Convert.ToHexString(encoded)}");
                Assert.That(again!.Pdu.Bindings, Is.EqualTo(message.Pdu.Bindings));
                Assert.That(again.Encode(), Is.EqualTo(encoded));
            }
        }

        Assert.That(taken, Is.GreaterThan(Count / 100));
    }

    [Test]
    public void No_octets_crash_an_agent_or_assign_anything_without_the_writing_community_or_a_users_keys()
    {
        using var loop = EventLoop.CreateVirtual(new Instant(0));
        var wire = new MemoryWire(loop, "snmp", TimeSpan.Zero);
        var written = 0;
        var tree = new ObjectTree(SampleAgent.Root, [ManagedInstance.Integer32(SampleAgent.Number, () => 7, int.MinValue, int.MaxValue, _ => written++)]);
        var settings = SampleAgent.Settings(Bench) with { WriteCommunity = null };
        var agent = new SnmpAgent(loop, settings, wire.B, tree);
        var seeds = Seeds(agent.Engine.Id);
        var random = new Random(3);
        var answers = 0;
        for (var i = 0; i < Count; i++)
        {
            answers += agent.Answer(Mutate(random, seeds)) is null ? 0 : 1;
        }

        Assert.That(written, Is.Zero);
        Assert.That(answers, Is.GreaterThan(Count / 100), "some messages stay good");
    }

    // Messages that an agent would take, but for the wrong keys of the last.
    private static byte[][] Seeds(EngineId engine)
    {
        var get = new SnmpPdu(PduKind.Get, 5, [new(SampleAgent.Number, SnmpValue.Null), new(SampleAgent.Text, SnmpValue.Null)]);
        var set = new SnmpPdu(PduKind.Set, 6,
        [
            new(SampleAgent.Number, SnmpValue.Integer32(-2)), new(SampleAgent.Text, SnmpValue.Text("text")), new(SampleAgent.Big, SnmpValue.Counter64(ulong.MaxValue)),
            new(SampleAgent.Ticks, SnmpValue.Counting(SnmpSyntax.TimeTicks, uint.MaxValue)), new(SampleAgent.Row, SnmpValue.Of(SampleAgent.Row)),
            new(SampleAgent.Row, SnmpValue.IpAddress([192, 0, 2, 1])), new(SampleAgent.Row, SnmpValue.EndOfMibView),
        ]);
        var bulk = new SnmpPdu(PduKind.GetBulk, 7, [new(new ObjectId(1, 3), SnmpValue.Null)]) { MaxRepetitions = 20 };
        var trap = new SnmpPdu(PduKind.TrapV1, 0, set.Bindings) { Trap = new TrapHead(SampleAgent.Root, [192, 0, 2, 1], 6, 1, 77) };
        var wrong = new UsmKeyRing(new UsmUser("bench", UsmAuthentication.Sha1, new HilBench.Wire.Secret("another password"), UsmPrivacy.Aes128, new HilBench.Wire.Secret("another password"))).For(engine);
        return
        [
            new CommunityMessage(SnmpVersion.V1, "reads"u8.ToArray(), get).Encode(),
            new CommunityMessage(SnmpVersion.V1, "reads"u8.ToArray(), set).Encode(),
            new CommunityMessage(SnmpVersion.V1, "reads"u8.ToArray(), trap).Encode(),
            new CommunityMessage(SnmpVersion.V2c, "reads"u8.ToArray(), bulk).Encode(),
            new CommunityMessage(SnmpVersion.V2c, "reads"u8.ToArray(), set).Encode(),
            UsmMessage.Encode(new UsmHead(5, 65507, SecurityLevel.NoAuthNoPriv, true, EngineId.None, 0, 0, ""), new ScopedPdu(EngineId.None, "", get), null, 0),
            UsmMessage.Encode(new UsmHead(6, 65507, SecurityLevel.NoAuthNoPriv, true, engine, 1, 0, "bench"), new ScopedPdu(engine, "", set), null, 0),
            UsmMessage.Encode(new UsmHead(7, 65507, SecurityLevel.AuthPriv, true, engine, 1, 0, "bench"), new ScopedPdu(engine, "", set), wrong, 1),
        ];
    }

    private static byte[] Mutate(Random random, byte[][] seeds)
    {
        if (random.Next(8) == 0)
        {
            var noise = new byte[random.Next(300)];
            random.NextBytes(noise);
            return noise;
        }

        List<byte> octets = [.. seeds[random.Next(seeds.Length)]];
        for (var changes = random.Next(4); changes > 0 && octets.Count > 0; changes--)
        {
            var at = random.Next(octets.Count);
            switch (random.Next(5))
            {
                case 0:
                    octets[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    octets[at] = random.Next(3) switch { 0 => 0x80, 1 => 0xFF, _ => (byte)random.Next(256) };
                    break;
                case 2:
                    octets.RemoveRange(at, random.Next(octets.Count - at));
                    break;
                case 3:
                    octets.InsertRange(at, octets.GetRange(at, random.Next(octets.Count - at)));
                    break;
                default:
                    octets.Insert(at, (byte)random.Next(256));
                    break;
            }
        }

        return [.. octets];
    }
}
