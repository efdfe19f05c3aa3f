using System.Collections.Immutable;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>SEQUENCE, CHOICE, lists and their extensions. The octets are worked out by hand from X.691 (02/2021).</summary>
internal sealed class StructureTests
{
    private static readonly CompiledSchema Schema = CompiledSchema.Of(
        """
        Optional ::= SEQUENCE { a INTEGER (0..3), b BOOLEAN OPTIONAL, c INTEGER (0..7) DEFAULT 5, d Color DEFAULT green }
        Color ::= ENUMERATED { red, green, blue-green }
        Old ::= SEQUENCE { a INTEGER (0..127), ... }
        New ::= SEQUENCE { a INTEGER (0..127), ..., b BOOLEAN, [[ c INTEGER (0..255), d BOOLEAN OPTIONAL ]], e NULL OPTIONAL }
        Twice ::= SEQUENCE { a BOOLEAN OPTIONAL, ..., b BOOLEAN, ..., c BOOLEAN OPTIONAL }
        OldChoice ::= CHOICE { first BOOLEAN, second INTEGER (0..255), ... }
        NewChoice ::= CHOICE { first BOOLEAN, second INTEGER (0..255), ..., third OCTET STRING (SIZE (1)) }
        Tagged ::= CHOICE { late [5] NULL, early [2] NULL }
        Lists ::= SEQUENCE { fixed SEQUENCE (SIZE (2)) OF INTEGER (0..15), named Numbers (SIZE (1..2)), open SEQUENCE (SIZE (0..1, ...)) OF BOOLEAN }
        Numbers ::= SEQUENCE (SIZE (0..7)) OF INTEGER (0..255)
        Tree ::= SEQUENCE { value BOOLEAN, left Tree OPTIONAL, children SEQUENCE (SIZE (0..3)) OF Tree }
        Names ::= SEQUENCE { names BOOLEAN, encode BOOLEAN, state-time-speed BOOLEAN, long BOOLEAN, value Nested }
        Nested ::= SEQUENCE { list SEQUENCE (SIZE (0..3)) OF Choice }
        Choice ::= CHOICE { choice INTEGER (0..4), value SEQUENCE { deep INTEGER (0..4) } }
        """);

    [TestCase("00", null, 5, 1, Description = "no optional member, no default sent")]
    [TestCase("8C", true, 5, 1)]
    [TestCase("47", null, 7, 1)]
    [TestCase("24", null, 5, 2)]
    public void Optional_and_default_members_follow_the_preamble(string hex, bool? b, int c, int d)
    {
        var outcome = Schema.Decode("Optional", hex);

        Assert.That(outcome["B"], Is.EqualTo(b));
        Assert.That(outcome["C"], Is.EqualTo(c));
        Assert.That(Convert.ToInt32(outcome["D"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(d));
        Assert.That(outcome.Encoded, Is.EqualTo(hex));
    }

    [Test]
    public void A_default_that_was_sent_is_accepted_and_not_sent_again()
    {
        var outcome = Schema.Decode("Optional", "45");

        Assert.That(outcome["C"], Is.EqualTo(5));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.Encoded, Is.EqualTo("00"));
    }

    [Test]
    public void Known_additions_and_groups_are_read_and_written()
    {
        // 1 0000001 | 0 000010 111 | length 1: 1 | length 2: 1 11111111 1 | length 1: nothing
        var value = Schema.Make("New", ("A", 1), ("B", true), ("C", 255), ("D", true), ("E", default(Asn1Null)));
        var hex = Convert.ToHexString(value.Encode());

        Assert.That(hex, Is.EqualTo("8105C06000BFF0004000"));
        var outcome = Schema.Decode("New", hex);
        Assert.That(outcome.Value, Is.EqualTo(value));
        Assert.That(outcome["UnknownAdditions"], Is.Null);
    }

    [Test]
    public void Additions_that_the_schema_does_not_know_are_kept_bit_by_bit()
    {
        var sent = Schema.Make("New", ("A", 1), ("B", true), ("C", 200)).Encode();
        var old = Schema.Decode("Old", Convert.ToHexString(sent));

        Assert.That(old.Encoded, Is.EqualTo(Convert.ToHexString(sent)));
        var unknown = (UnknownAdditions)old["UnknownAdditions"]!;
        Assert.That(unknown.Count, Is.EqualTo(3));
        Assert.That(unknown.Additions, Is.EqualTo(new UnknownAddition[] { new(0, OctetString.FromHex("80")), new(1, OctetString.FromHex("6400")) }));
    }

    [TestCase("81010180", Description = "an edition with one addition")]
    [TestCase("810400", Description = "extension bit although no addition is present")]
    [TestCase("810800", Description = "an edition with five additions, of which none is present")]
    [TestCase("8109001800", Description = "an edition with five additions, of which only a known one is present")]
    public void A_bitmap_of_another_length_is_kept(string hex)
    {
        var outcome = Schema.Decode("New", hex);

        Assert.That(outcome.Encoded, Is.EqualTo(hex));
    }

    [Test]
    public void Members_behind_the_second_marker_belong_to_the_root()
    {
        // 0 1 1 then a=1 c=0, no additions.
        var outcome = Schema.Decode("Twice", "70");

        Assert.That(outcome["A"], Is.True);
        Assert.That(outcome["B"], Is.Null);
        Assert.That(outcome["C"], Is.False);
        Assert.That(outcome.Encoded, Is.EqualTo("70"));
    }

    [Test]
    public void A_group_needs_its_mandatory_members()
    {
        var value = Schema.Make("New", ("A", 1), ("D", true));

        Assert.That(value.Encode, Throws.TypeOf<Asn1EncodeException>().With.Message.EqualTo(
            "c is absent; allowed is a value, because another member of its addition group is present."));
    }

    [TestCase("NewChoice", "6000", "Second { Value = 128 }")]
    [TestCase("NewChoice", "8001AB", "Third { Value = AB }")]
    [TestCase("OldChoice", "8001AB", "UnknownAlternative { Index = 2, Bytes = AB }")]
    [TestCase("OldChoice", "8302ABCD", "UnknownAlternative { Index = 5, Bytes = ABCD }")]
    [TestCase("Tagged", "00", "Early { Value = Asn1Null { } }")]
    [TestCase("Tagged", "80", "Late { Value = Asn1Null { } }")]
    public void An_alternative_is_a_nested_record(string type, string hex, string value)
    {
        var outcome = Schema.Decode(type, hex);

        Assert.That(outcome.Value.ToString(), Is.EqualTo(value));
        Assert.That(outcome.Encoded, Is.EqualTo(hex));
    }

    [Test]
    public void Lists_are_immutable_arrays_and_compare_by_their_items()
    {
        // fixed 1, 2; named: 1 bit count 1, then 255; open: in the root, count 1, TRUE.
        var first = Schema.Decode("Lists", "127FB0");
        var second = Schema.Decode("Lists", "127FB0");

        Assert.That(first["Fixed"], Is.EqualTo(ImmutableArray.Create(1, 2)));
        Assert.That(first["Named"], Is.EqualTo(ImmutableArray.Create(255)));
        Assert.That(first.Value, Is.EqualTo(second.Value));
        Assert.That(first.Value.GetHashCode(), Is.EqualTo(second.Value.GetHashCode()));
        Assert.That(first.Encoded, Is.EqualTo("127FB0"));
    }

    [Test]
    public void A_list_outside_its_extensible_size_has_a_general_length()
    {
        var value = Schema.Make(
            "Lists", ("Fixed", ImmutableArray.Create(1, 2)), ("Named", ImmutableArray.Create(1)), ("Open", ImmutableArray.Create(true, false, true)));

        var hex = Convert.ToHexString(value.Encode());

        // 0001 0010 | 0 00000001 | 1 00000011 101
        Assert.That(hex, Is.EqualTo("1200C0E8"));
        Assert.That(Schema.Decode("Lists", hex).Value, Is.EqualTo(value));
    }

    [Test]
    public void A_type_that_contains_itself_is_read_to_a_limit()
    {
        var deep = Schema.Make("Tree", ("Children", Empty()));
        for (var i = 1; i < BitReader.MaximumRecursion; i++)
        {
            deep = Schema.Make("Tree", ("Left", deep), ("Children", Empty()));
        }

        var octets = deep.Encode();
        Assert.That(Schema.Decode("Tree", Convert.ToHexString(octets)).Value, Is.EqualTo(deep));
        var deeper = Schema.Make("Tree", ("Left", deep), ("Children", Empty()));
        Assert.That(deeper.Encode, Throws.TypeOf<Asn1EncodeException>().With.Message.Contains("at most 64 levels"));
        Assert.That(
            () => Schema.Decode("Tree", new string('F', 400)),
            Throws.TypeOf<Asn1ContentException>().With.Message.Contains("The type contains itself more than 64 levels deep."));

        object Empty() => Schema.TypeOf("Tree").GetProperty("Children")!.PropertyType.GetField("Empty")!.GetValue(null)!;
    }

    [Test]
    public void Member_names_lose_their_hyphens_and_step_aside_for_those_of_the_record()
    {
        var names = Schema.TypeOf("Names").GetProperties().Where(property => property.CanWrite).Select(property => property.Name);

        Assert.That(string.Join(' ', names), Is.EqualTo("NamesValue EncodeValue StateTimeSpeed Long Value"));
        Assert.That(string.Join(' ', Enum.GetNames(Schema.TypeOf("Color"))), Is.EqualTo("Red Green BlueGreen"));
    }

    [Test]
    public void A_violation_and_an_exception_name_the_path()
    {
        // four booleans, 10 two items: 0 110 choice 6, 1 111 deep 7
        var outcome = Schema.Decode("Names", "09BC");

        Assert.That(outcome.Violations.Select(violation => (violation.Path, violation.Found, violation.BitOffset, violation.BitLength)), Is.EqualTo(new[]
        {
            ("value.list[0].choice", "6", 7, 3),
            ("value.list[1].value.deep", "7", 11, 3),
        }));
        Assert.That(
            () => Schema.Decode("Names", "09"),
            Throws.TypeOf<Asn1ContentException>().With.Property("Path").EqualTo("value.list"));
    }

    [Test]
    public void A_value_that_cannot_be_encoded_is_named_by_path_and_constraint()
    {
        var choice = Activator.CreateInstance(Schema.TypeOf("Choice+ChoiceValue"), 9)!;
        var list = typeof(StructureTests).GetMethod(nameof(One), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(Schema.TypeOf("Choice")).Invoke(null, [choice]);
        var value = Schema.Make("Names", ("Value", Schema.Make("Nested", ("List", list))));

        Assert.That(value.Encode, Throws.TypeOf<Asn1EncodeException>().With.Message.EqualTo("value.list[0].choice is 9; allowed is (0..4)."));
        Assert.That(() => value.Encode(new byte[1]), Throws.TypeOf<Asn1EncodeException>());
    }

    private static ImmutableArray<T> One<T>(T item) => [item];
}
