using System.Globalization;
using HilBench.Asn1;
using HilBench.Tests.Wire.Vectors;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.J2735;

/// <summary>
/// Malformed frames: nothing but the one content exception, an end, and no more memory than the input's length allows. What decodes without a
/// violation encodes, and decodes to the same value again. HILBENCH_FUZZ_EXECUTIONS sets another number of executions.
/// </summary>
internal sealed class MalformedMessageTests
{
    private const int Executions = 200_000;

    // Measured: at most 260 octets of memory for each octet of a frame, exceptions and explanations included.
    private const long OctetsPerOctet = 1_000;
    private const long OctetsOfAnyFrame = 20_000;

    [Test]
    public void Damaged_vectors_and_random_octets_throw_nothing_but_the_content_exception()
    {
        var seeds = MessageVector.ReadAll("j2735_public.csv").Concat(MessageVector.ReadAll("generated_j2735-2024.csv"))
            .Where(vector => vector.IsFramed)
            .Select(vector => vector.Octets).ToArray();
        Check(seeds, seed: 1);
    }

    [Test]
    public void Random_octets_behind_the_three_message_numbers_throw_nothing_but_the_content_exception() => Check([], seed: 2);

    private static void Check(byte[][] seeds, int seed)
    {
        var executions = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_FUZZ_EXECUTIONS") ?? $"{Executions / (seeds.Length == 0 ? 6 : 1)}", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var tally = new Tally();
        for (var i = 0; i < executions; i++)
        {
            var octets = seeds.Length == 0 || random.Next(8) == 0 ? RandomFrame(random) : Damage(seeds[random.Next(seeds.Length)], random);
            try
            {
                Execute(octets, tally);
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"execution {i}, {Convert.ToHexString(octets)}: {exception}");
            }
        }

        TestContext.Out.WriteLine(tally.Describe(executions));
        Assert.That(tally.Rejected, Is.GreaterThan(executions / 20), "malformed messages");
        Assert.That(tally.Clean + tally.Violated, Is.GreaterThan(executions / 200), "messages that decode all the same");
    }

    private static void Execute(byte[] octets, Tally tally)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Decoded<MessageFrame> decoded;
        try
        {
            decoded = MessageFrame.Decode(octets);
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
        var again = MessageFrame.Decode(decoded.Value.Encode());
        if (again.Value != decoded.Value)
        {
            Assert.Fail($"another value after encoding: {Convert.ToHexString(octets)}");
        }
    }

    private static byte[] RandomFrame(Random random)
    {
        var octets = new byte[random.Next(400)];
        random.NextBytes(octets);
        if (random.Next(4) != 0 && octets.Length > 4)
        {
            octets[0] = 0;
            octets[1] = (byte)random.Next(18, 21);
            octets[2] = 0x80;
            octets[3] = (byte)(octets.Length - 4);
        }

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
            if (allocated > OctetsOfAnyFrame + (OctetsPerOctet * octets.Length))
            {
                Assert.Fail($"{allocated} octets of memory for a frame of {octets.Length}: {Convert.ToHexString(octets)}");
            }

            _worst = Math.Max(_worst, octets.Length < 50 ? 0 : (double)allocated / octets.Length);
        }

        public string Describe(int executions) => string.Create(
            CultureInfo.InvariantCulture,
            $"{executions} executions: {Rejected} rejected, {Violated} decoded with violations, {Clean} clean; at most {_worst:F0} octets of memory for an octet of a frame (of 50 or more)");
    }
}
