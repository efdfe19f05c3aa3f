using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>
/// Malformed messages of every top-level type: nothing but the one content exception, an end, and no more memory than the input's length allows.
/// What decodes without a violation encodes, and decodes to the same value again. HILBENCH_FUZZ sets another number of executions for
/// all types together.
/// </summary>
internal sealed class MalformedMessageTests
{
    private const int Executions = 200_000;
    private const int SeedsOfAType = 25;

    // Measured: at most 420 octets of memory for each octet of a message, exceptions and explanations included.
    private const long OctetsPerOctet = 1_200;
    private const long OctetsOfAnyMessage = 24_000;

    [TestCaseSource(typeof(MessageCodecs), nameof(MessageCodecs.All))]
    public void Damaged_messages_and_random_octets_throw_nothing_but_the_content_exception(MessageCodec codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var all = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ") ?? $"{Executions}", CultureInfo.InvariantCulture);
        var executions = all / MessageCodecs.All.Count;
        var random = new Random(2);
        var seeds = Enumerable.Range(0, SeedsOfAType).Select(_ => RandomMessages.Next(codec, random)).OfType<object>().Select(codec.Encode).ToArray();
        var tally = new Tally();
        for (var i = 0; i < executions; i++)
        {
            var octets = random.Next(8) == 0 ? RandomOctets(random) : Damage(seeds[random.Next(seeds.Length)], random);
            try
            {
                Execute(codec, octets, tally);
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"execution {i}, {Convert.ToHexString(octets)}: {exception}");
            }
        }

        TestContext.Out.WriteLine($"{codec}: {tally.Describe(executions)}");
        Assert.That(tally.Rejected + tally.Violated, Is.GreaterThan(executions / 20), "malformed messages");
        Assert.That(tally.Clean + tally.Violated, Is.GreaterThan(executions / 200), "messages that decode all the same");
    }

    private static void Execute(MessageCodec codec, byte[] octets, Tally tally)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DecodedValue decoded;
        try
        {
            decoded = codec.Decode(octets);
        }
        catch (Asn1ContentException)
        {
            tally.Rejected++;
            tally.Measure(octets, GC.GetAllocatedBytesForCurrentThread() - before);
            return;
        }

        tally.Measure(octets, GC.GetAllocatedBytesForCurrentThread() - before);
        if (decoded.Violations.Count > 0)
        {
            tally.Violated++;
            return;
        }

        tally.Clean++;
        if (!codec.Decode(codec.Encode(decoded.Value)).Value.Equals(decoded.Value))
        {
            Assert.Fail($"another value after encoding: {Convert.ToHexString(octets)}");
        }
    }

    private static byte[] RandomOctets(Random random)
    {
        var octets = new byte[random.Next(400)];
        random.NextBytes(octets);
        return octets;
    }

    private static byte[] Damage(byte[] message, Random random)
    {
        var octets = message.ToArray();
        if (random.Next(4) == 0)
        {
            octets = octets[..random.Next(octets.Length)];
        }

        // Half of the flips hit the first quarter, where lengths and presence bits are dense.
        for (var flips = random.Next(1, 6); flips > 0 && octets.Length > 0; flips--)
        {
            var reach = random.Next(2) == 0 ? octets.Length : (octets.Length / 4) + 1;
            octets[random.Next(reach)] ^= (byte)(1 << random.Next(8));
        }

        return octets;
    }

    private sealed class Tally
    {
        private double _worst;

        public int Rejected { get; set; }

        public int Violated { get; set; }

        public int Clean { get; set; }

        public void Measure(byte[] octets, long allocated)
        {
            if (allocated > OctetsOfAnyMessage + (OctetsPerOctet * octets.Length))
            {
                Assert.Fail($"{allocated} octets of memory for a message of {octets.Length}: {Convert.ToHexString(octets)}");
            }

            _worst = Math.Max(_worst, octets.Length < 50 ? 0 : (double)allocated / octets.Length);
        }

        public string Describe(int executions) => string.Create(
            CultureInfo.InvariantCulture,
            $"{executions} executions: {Rejected} rejected, {Violated} decoded with violations, {Clean} clean; at most {_worst:F0} octets of memory for an octet of a message (of 50 or more)");
    }
}
