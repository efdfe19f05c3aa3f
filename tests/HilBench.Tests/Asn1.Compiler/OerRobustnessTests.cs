using System.Collections.Immutable;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>COER octets that nobody checked: one exception, no hang, and no more memory than the octets justify.</summary>
internal sealed class OerRobustnessTests
{
    private const int RandomMessages = 200_000;

    private static readonly CompiledSchema Schema = CompiledSchema.Of(
        """
        All ::= SEQUENCE { a INTEGER OPTIONAL, b Text, c Any, d SEQUENCE (SIZE (0..255)) OF All OPTIONAL, ..., e Any, [[ f BIT STRING, g Text OPTIONAL ]] }
        Text ::= CHOICE { ia5 IA5String, utf8 UTF8String, wide BMPString, numeric NumericString (SIZE (0..20, ...)), bits BIT STRING (SIZE (8, ...)), oid OBJECT IDENTIFIER, number INTEGER (0..MAX), ..., late Kind }
        C ::= CLASS { &id INTEGER (0..255) UNIQUE, &Type }
        Set C ::= { { &id 0, &Type All } | { &id 1, &Type Kind } | { &id 2, &Type SEQUENCE OF NULL } | { &id 3, &Type SEQUENCE OF INTEGER (-5..900) }, ... }
        Kind ::= ENUMERATED { x, y(7), z(-400), ... }
        Any ::= SEQUENCE { id C.&id ({Set}), value C.&Type ({Set}{@id}) }
        Wide ::= SEQUENCE { octets OCTET STRING, bits BIT STRING, text IA5String, list SEQUENCE OF INTEGER (0..255) }
        Nested ::= SEQUENCE { ..., wide Wide }
        Empty ::= SEQUENCE { lists SEQUENCE OF SEQUENCE (SIZE (1000)) OF NULL }
        Plain ::= SEQUENCE { a INTEGER (0..255), b INTEGER OPTIONAL, c OCTET STRING (SIZE (8)), d SEQUENCE OF BOOLEAN, e Kind, f CHOICE { g NULL, ..., h INTEGER (0..MAX) }, ..., i BOOLEAN }
        """,
        "COER,UPER");

    [Test]
    public void Random_octets_never_throw_anything_but_the_content_exception()
    {
        var random = new Random(4711);
        var decode = Decoder("All");
        var seeds = new List<byte[]> { Convert.FromHexString("00" + "80024142" + "010107"), Convert.FromHexString("80" + "0101" + "8101C3" + "02020103" + "00") };
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

    [Test]
    public void What_was_read_without_a_violation_is_written_with_the_same_octets()
    {
        var random = new Random(42);
        var seeds = new List<byte[]> { Convert.FromHexString("00" + "80024142" + "010107"), Convert.FromHexString("C0" + "0101" + "8101C3" + "02020103" + "0100" + "020580" + "01" + "01" + "00") };
        var same = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var octets = Mutate(random, seeds[random.Next(seeds.Count)]);
            try
            {
                var outcome = Schema.DecodeOer("All", Convert.ToHexString(octets));
                seeds.Add(octets);
                if (outcome.Violations.Count == 0)
                {
                    Assert.That(outcome.EncodedOer, Is.EqualTo(Convert.ToHexString(octets)));
                    same++;
                }
            }
            catch (Asn1ContentException)
            {
                // Not every mutation can be read.
            }
        }

        Assert.That(same, Is.GreaterThan(500));
    }

    [Test]
    public void Every_truncation_of_a_message_is_refused_at_a_path()
    {
        var octets = ((IOerType)Wide(300)).EncodeOer();
        var decode = Decoder("Wide");

        for (var length = 0; length < octets.Length; length++)
        {
            var cut = octets[..length];
            Assert.That(() => decode(cut), Throws.TypeOf<Asn1ContentException>().With.Property(nameof(Asn1ContentException.Path)).Not.Empty);
        }
    }

    [TestCase(127)]
    [TestCase(128)]
    [TestCase(255)]
    [TestCase(256)]
    [TestCase(65535)]
    [TestCase(65536)]
    [TestCase(150000)]
    public void Lengths_of_every_form_survive(int length)
    {
        var wide = Wide(length);
        var nested = Schema.Make("Nested", ("Wide", wide));

        var encoded = ((IOerType)nested).EncodeOer();

        var outcome = Schema.DecodeOer("Nested", Convert.ToHexString(encoded));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome["Wide"], Is.EqualTo(wide));
        Assert.That(outcome.EncodedOer, Is.EqualTo(Convert.ToHexString(encoded)));
    }

    [TestCase(127, "7F")]
    [TestCase(128, "8180")]
    [TestCase(255, "81FF")]
    [TestCase(256, "820100")]
    [TestCase(65536, "83010000")]
    public void The_forms_of_a_length_are_those_of_the_standard(int length, string head)
    {
        var octets = ((IOerType)Wide(length)).EncodeOer();

        Assert.That(Convert.ToHexString(octets), Does.StartWith(head));
    }

    [TestCase("Wide", "84FFFFFFFF", Description = "octets")]
    [TestCase("Wide", "00" + "88FFFFFFFFFFFFFFFF00", Description = "bits")]
    [TestCase("Wide", "00" + "0100" + "8407FFFFFF", Description = "characters")]
    [TestCase("Wide", "00" + "0100" + "00" + "047FFFFFFF", Description = "items")]
    [TestCase("Nested", "80" + "020780" + "847FFFFFFF" + "00" + "0100" + "00" + "047FFFFFFF", Description = "items in an open type that is cut off")]
    [TestCase("Nested", "80" + "8407FFFFFF" + "00FF", Description = "extension additions")]
    public void A_short_message_that_claims_much_allocates_little(string type, string hex)
    {
        var decode = Decoder(type);
        var claims = Convert.FromHexString(hex);
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
    public void Items_that_take_no_octets_are_counted_against_the_length_of_the_message()
    {
        Assert.That(() => Decoder("Empty")([0x01, 0x01, 0x02, 0x03, 0xE8]), Throws.TypeOf<Asn1ContentException>().With.Message.Contains("longer than the message justifies"));
        Assert.That(() => Decoder("Empty")([0x01, 0x00]), Throws.Nothing);
    }

    [Test]
    public void Encoding_into_a_span_allocates_nothing()
    {
        var value = (IOerType)Schema.DecodeOer("Plain", "C0" + "07" + "02FF00" + "0102030405060708" + "0102FF00" + "07" + "81020105" + "02078001FF").Value;
        var buffer = new byte[64];
        var length = value.EncodeOer(buffer);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            length = value.EncodeOer(buffer);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        Assert.That(Convert.ToHexString(buffer, 0, length), Is.EqualTo("C0" + "07" + "02FF00" + "0102030405060708" + "0102FF00" + "07" + "81020105" + "02078001FF"));
    }

    [Test]
    public void A_value_that_cannot_be_encoded_is_named_by_path_and_constraint()
    {
        var wide = (IOerType)Schema.Make("Wide", ("Text", "é"), ("List", ImmutableArray.Create(1)));
        var list = (IOerType)Schema.Make("Wide", ("Text", string.Empty), ("List", ImmutableArray.Create(1, 256)));

        Assert.That(wide.EncodeOer, Throws.TypeOf<Asn1EncodeException>().With.Message.StartsWith("text is \"é\"; allowed is FROM (\""));
        Assert.That(list.EncodeOer, Throws.TypeOf<Asn1EncodeException>().With.Message.EqualTo("list[1] is 256; allowed is (0..255)."));
        Assert.That(() => list.EncodeOer(new byte[2]), Throws.TypeOf<Asn1EncodeException>().With.Message.StartsWith("The destination holds 2 octets"));
    }

    private static IUperType Wide(int length)
    {
        var octets = new byte[length];
        new Random(length).NextBytes(octets);
        return Schema.Make(
            "Wide",
            ("Octets", new OctetString(octets)),
            ("Bits", new BitString(octets, length - 3)),
            ("Text", string.Concat(octets.Select(octet => (char)(octet & 0x7F)))),
            ("List", ImmutableArray.CreateRange(octets.Select(octet => (int)octet))));
    }

    private static byte[] RandomOctets(Random random)
    {
        var octets = new byte[random.Next(40)];
        random.NextBytes(octets);
        return octets;
    }

    // A readable message with a flipped bit, and now and then an octet more or less.
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

    private static Action<byte[]> Decoder(string type) => typeof(OerRobustnessTests)
        .GetMethod(nameof(DecodeAs), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
        .MakeGenericMethod(Schema.TypeOf(type))
        .CreateDelegate<Action<byte[]>>();

    private static void DecodeAs<T>(byte[] octets)
        where T : IOerType<T> => OerDecoding.Decode<T>(octets);
}
