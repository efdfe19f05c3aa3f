using System.Collections.Immutable;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Octets that nobody checked: one exception, no hang, and no more memory than the octets justify.</summary>
internal sealed class RobustnessTests
{
    private const int RandomMessages = 200_000;

    private static readonly CompiledSchema Schema = CompiledSchema.Of(
        """
        All ::= SEQUENCE { a INTEGER OPTIONAL, b Text, c Any, d SEQUENCE (SIZE (0..255)) OF All OPTIONAL, ..., e Any, [[ f BIT STRING, g Text OPTIONAL ]] }
        Text ::= CHOICE { ia5 IA5String, utf8 UTF8String, numeric NumericString (SIZE (0..20, ...)), bits BIT STRING (SIZE (8, ...)), oid OBJECT IDENTIFIER, ... }
        C ::= CLASS { &id INTEGER (0..3) UNIQUE, &Type }
        Set C ::= { { &id 0, &Type All } | { &id 1, &Type Kind } | { &id 2, &Type SEQUENCE OF NULL } }
        Kind ::= ENUMERATED { x, y, z, ... }
        Any ::= SEQUENCE { id C.&id ({Set}), value C.&Type ({Set}{@id}) }
        Wide ::= SEQUENCE { octets OCTET STRING, bits BIT STRING, text IA5String, list SEQUENCE OF INTEGER (0..255) }
        Nested ::= SEQUENCE { ..., wide Wide }
        Empty ::= SEQUENCE { lists SEQUENCE OF SEQUENCE (SIZE (1000)) OF NULL }
        """);

    [Test]
    public void Random_octets_never_throw_anything_but_the_content_exception()
    {
        var random = new Random(4711);
        var decode = Decoder("All");
        var seeds = new List<byte[]> { new byte[] { 0x00, 0x00, 0x02, 0xAB, 0xCD } };
        var (decoded, refused) = (0, 0);
        for (var i = 0; i < RandomMessages; i++)
        {
            var octets = i % 2 == 0 ? RandomOctets(random) : Mutate(random, seeds[random.Next(seeds.Count)]);
            try
            {
                decode(octets);
                decoded++;
                seeds.Add(octets);
            }
            catch (Asn1ContentException)
            {
                refused++;
            }
        }

        Assert.That(decoded, Is.GreaterThan(RandomMessages / 20));
        Assert.That(refused, Is.GreaterThan(RandomMessages / 20));
    }

    [TestCase(127)]
    [TestCase(128)]
    [TestCase(16383)]
    [TestCase(16384)]
    [TestCase(16385)]
    [TestCase(65535)]
    [TestCase(65536)]
    [TestCase(150000)]
    public void Lengths_of_every_form_survive(int length)
    {
        var random = new Random(length);
        var octets = new byte[length];
        random.NextBytes(octets);
        var wide = Schema.Make(
            "Wide",
            ("Octets", new OctetString(octets)),
            ("Bits", new BitString(octets, length - 3)),
            ("Text", string.Concat(octets.Select(octet => (char)(octet & 0x7F)))),
            ("List", ImmutableArray.CreateRange(octets.Select(octet => (int)octet))));
        var nested = Schema.Make("Nested", ("Wide", wide));

        var encoded = nested.Encode();

        var outcome = Schema.Decode("Nested", Convert.ToHexString(encoded));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome["Wide"], Is.EqualTo(wide));
        Assert.That(((IUperType)outcome.Value).Encode(), Is.EqualTo(encoded));
    }

    [Test]
    public void The_forms_of_a_length_are_those_of_the_standard()
    {
        Assert.That(HeadOf(127), Is.EqualTo("7F"));
        Assert.That(HeadOf(128), Is.EqualTo("8080"));
        Assert.That(HeadOf(16383), Is.EqualTo("BFFF"));
        Assert.That(HeadOf(16384), Is.EqualTo("C1"));
        Assert.That(HeadOf(65536 + 16384 + 1), Is.EqualTo("C4"));

        static string HeadOf(int length) => Convert.ToHexString(
            Schema.Make("Wide", ("Octets", new OctetString(new byte[length])), ("Text", string.Empty), ("List", ImmutableArray<int>.Empty)).Encode().AsSpan(0, length is > 127 and < 16384 ? 2 : 1));
    }

    [Test]
    public void A_short_message_that_claims_much_allocates_little()
    {
        var decode = Decoder("Wide");
        var claims = Convert.FromHexString("C4" + new string('0', 64));
        Assert.That(() => decode(claims), Throws.TypeOf<Asn1ContentException>());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            try
            {
                decode(claims);
            }
            catch (Asn1ContentException)
            {
                // What it allocates on the way is measured.
            }
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100 * 20_000));
    }

    [Test]
    public void Items_that_take_no_bits_are_counted_against_the_length_of_the_message()
    {
        Assert.That(() => Decoder("Empty")([0x7F]), Throws.TypeOf<Asn1ContentException>().With.Message.Contains("longer than the message justifies"));
        Assert.That(() => Decoder("Empty")([0x00]), Throws.Nothing);
    }

    private static byte[] RandomOctets(Random random)
    {
        var octets = new byte[random.Next(40)];
        random.NextBytes(octets);
        return octets;
    }

    // A valid message with a flipped bit, and now and then an octet more or less.
    private static byte[] Mutate(Random random, byte[] seed)
    {
        var octets = seed[..Math.Max(1, seed.Length - random.Next(8) / 7)];
        if (random.Next(8) == 0)
        {
            octets = [.. octets, (byte)random.Next(256)];
        }

        octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        return octets;
    }

    private static Action<byte[]> Decoder(string type) => typeof(RobustnessTests)
        .GetMethod(nameof(DecodeAs), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
        .MakeGenericMethod(Schema.TypeOf(type))
        .CreateDelegate<Action<byte[]>>();

    private static void DecodeAs<T>(byte[] octets)
        where T : IUperType<T> => UperDecoding.Decode<T>(octets);
}
