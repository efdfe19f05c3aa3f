using System.Globalization;

namespace HilBench.Tests.Wire.Properties;

/// <summary>What must hold for every value of every top-level type. HILBENCH_RANDOM_VALUES sets another number of values for each.</summary>
internal sealed class RoundTripTests
{
    private const int Values = 60;

    [TestCaseSource(typeof(MessageCodecs), nameof(MessageCodecs.All))]
    public void A_random_value_encodes_and_decodes_to_itself(MessageCodec codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var values = int.Parse(Environment.GetEnvironmentVariable("HILBENCH_RANDOM_VALUES") ?? $"{Values}", CultureInfo.InvariantCulture);
        var random = new Random(1);
        var buffer = new byte[1 << 17];
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var longest = 0;
        for (var i = 0; i < values; i++)
        {
            var value = RandomMessages.Next(codec, random);
            Assert.That(value, Is.Not.Null, "no random value was found");
            var octets = codec.Encode(value!);
            var decoded = codec.Decode(octets);
            var length = codec.EncodeInto(value!, buffer);

            Assert.That(decoded.Violations, Is.Empty, Convert.ToHexString(octets));
            Assert.That(decoded.Value.Equals(value), Convert.ToHexString(octets));
            Assert.That(codec.Explain(octets).Value.Equals(value), Convert.ToHexString(octets));
            Assert.That(buffer.AsSpan(0, length).SequenceEqual(octets), "the octets in a caller's buffer");
            Assert.That(codec.Encode(decoded.Value), Is.EqualTo(octets));
            distinct.Add(Convert.ToHexString(octets));
            longest = Math.Max(longest, octets.Length);
        }

        TestContext.Out.WriteLine($"{codec}: {values} values, {distinct.Count} of them distinct, up to {longest} octets");
        Assert.That(distinct, Has.Count.AtLeast(values / 6), "distinct values");
    }
}
