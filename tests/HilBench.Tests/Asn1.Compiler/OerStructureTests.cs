using System.Collections.Immutable;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>SEQUENCE, CHOICE, lists and their extensions in COER. The octets are worked out by hand from X.696 (02/2021).</summary>
internal sealed class OerStructureTests
{
    private static readonly CompiledSchema Schema = CompiledSchema.Of(
        """
        Optional ::= SEQUENCE { a INTEGER (0..3), b BOOLEAN OPTIONAL, c INTEGER (0..7) DEFAULT 5, d Color DEFAULT green }
        Color ::= ENUMERATED { red, green, blue-green }
        Holes ::= ENUMERATED { five(5), one(1), ..., nine(9) }
        Held ::= SEQUENCE { v Holes }
        Old ::= SEQUENCE { a INTEGER (0..127), ... }
        New ::= SEQUENCE { a INTEGER (0..127), ..., b BOOLEAN, [[ c INTEGER (0..255), d BOOLEAN OPTIONAL ]], e NULL OPTIONAL }
        Twice ::= SEQUENCE { a BOOLEAN OPTIONAL, ..., b BOOLEAN, ..., c BOOLEAN OPTIONAL }
        OldChoice ::= CHOICE { first BOOLEAN, second INTEGER (0..255), ... }
        NewChoice ::= CHOICE { first BOOLEAN, second INTEGER (0..255), ..., third OCTET STRING (SIZE (1)) }
        Tagged ::= CHOICE { late [65] NULL, early [2] NULL, other [5000] BOOLEAN }
        Lists ::= SEQUENCE { fixed SEQUENCE (SIZE (2)) OF INTEGER (0..15), named Numbers (SIZE (1..2)), open SEQUENCE (SIZE (0..1, ...)) OF BOOLEAN }
        Numbers ::= SEQUENCE (SIZE (0..7)) OF INTEGER (0..255)
        Tree ::= SEQUENCE { value BOOLEAN, left Tree OPTIONAL, children SEQUENCE (SIZE (0..3)) OF Tree }
        Nine ::= SEQUENCE { a NULL OPTIONAL, b NULL OPTIONAL, c NULL OPTIONAL, d NULL OPTIONAL, e NULL OPTIONAL, f NULL OPTIONAL, g NULL OPTIONAL, h NULL OPTIONAL, i BOOLEAN OPTIONAL }
        C ::= CLASS { &id INTEGER (0..255) UNIQUE, &Type }
        Set C ::= { { &id 1, &Type Old } | { &id 2, &Type BOOLEAN } }
        Any ::= SEQUENCE { id C.&id ({Set}), value C.&Type ({Set}{@id}) }
        """,
        "COER;UPER");

    [TestCase("0000", null, 5, 1, Description = "no optional member, no default sent")]
    [TestCase("8000FF", true, 5, 1)]
    [TestCase("400007", null, 7, 1)]
    [TestCase("200102", null, 5, 2)]
    public void Optional_and_default_members_follow_the_preamble(string hex, bool? b, int c, int d)
    {
        var outcome = Schema.DecodeOer("Optional", hex);

        Assert.That(outcome["B"], Is.EqualTo(b));
        Assert.That(outcome["C"], Is.EqualTo(c));
        Assert.That(Convert.ToInt32(outcome["D"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(d));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [TestCase("Optional", "0100", "", "01", Description = "padding of the preamble")]
    [TestCase("Optional", "000000", "", "00", Description = "something behind the message")]
    [TestCase("New", "800102058002FF02", "b", "02", Description = "something behind the contents of an open type")]
    [TestCase("Tagged", "BF02", "", "BF02", Description = "a small tag number in the long form")]
    [TestCase("Tagged", "BF8041", "", "BF8041", Description = "a tag number with a leading zero")]
    [TestCase("Old", "8001020500", "", "020500", Description = "an extension bit without an addition")]
    [TestCase("Lists", "01020102810101FF0100", "named", "8101", Description = "a quantity with a long length")]
    public void What_is_not_canonical_is_read_and_told(string type, string hex, string path, string found)
    {
        var violation = Schema.DecodeOer(type, hex).Violations.Single();

        Assert.That(violation.Path, Is.EqualTo(path));
        Assert.That(violation.Found, Is.EqualTo(found));
        Assert.That(violation.Rule, Does.StartWith("X.696"));
    }

    [Test]
    public void A_default_that_was_sent_is_accepted_and_not_sent_again()
    {
        var outcome = Schema.DecodeOer("Optional", "400005");

        Assert.That(outcome["C"], Is.EqualTo(5));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.EncodedOer, Is.EqualTo("0000"));
    }

    [TestCase("0000", null)]
    [TestCase("0080FF", true)]
    [TestCase("FF00", null)]
    public void A_preamble_of_nine_bits_takes_two_octets(string hex, bool? last)
    {
        var outcome = Schema.DecodeOer("Nine", hex);

        Assert.That(outcome["I"], Is.EqualTo(last));
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [Test]
    public void Known_additions_and_groups_are_read_and_written()
    {
        // extension bit | a | bitmap of 3 bits | FF | group: preamble, FF, FF | an empty open type
        var value = Schema.Make("New", ("A", 1), ("B", true), ("C", 255), ("D", true), ("E", default(Asn1Null)));
        var hex = Convert.ToHexString(((IOerType)value).EncodeOer());

        Assert.That(hex, Is.EqualTo("8001" + "0205E0" + "01FF" + "0380FFFF" + "00"));
        var outcome = Schema.DecodeOer("New", hex);
        Assert.That(outcome.Value, Is.EqualTo(value));
        Assert.That(outcome["UnknownAdditions"], Is.Null);
        Assert.That(Schema.Decode("New", outcome.Encoded).Value, Is.EqualTo(value), "the same record in UPER");
    }

    [Test]
    public void Additions_that_the_schema_does_not_know_are_kept_octet_by_octet()
    {
        var old = Schema.DecodeOer("Old", "8001" + "0205C0" + "01FF" + "0300C8AB");

        Assert.That(old.EncodedOer, Is.EqualTo("8001" + "0205C0" + "01FF" + "0300C8AB"));
        var unknown = (UnknownAdditions)old["UnknownAdditions"]!;
        Assert.That(unknown.Count, Is.EqualTo(3));
        Assert.That(unknown.Additions, Is.EqualTo(new UnknownAddition[] { new(0, OctetString.FromHex("FF")), new(1, OctetString.FromHex("00C8AB")) }));
    }

    [TestCase("8001" + "020780" + "01FF", Description = "an edition with one addition")]
    [TestCase("8001" + "020500", 1, Description = "extension bit although no addition is present")]
    [TestCase("8001" + "020300", 1, Description = "an edition with five additions, of which none is present")]
    [TestCase("8001" + "030700" + "80" + "02ABCD", Description = "an edition with nine additions, of which the last one is present")]
    public void A_bitmap_of_another_length_is_kept(string hex, int violations = 0)
    {
        var outcome = Schema.DecodeOer("New", hex);

        Assert.That(outcome.Violations, Has.Count.EqualTo(violations));
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [Test]
    public void Members_behind_the_second_marker_belong_to_the_root()
    {
        // 0 1 1 then a and c, no additions.
        var outcome = Schema.DecodeOer("Twice", "60FF00");

        Assert.That((outcome["A"], outcome["B"], outcome["C"]), Is.EqualTo(((object?)true, (object?)null, (object?)false)));
        Assert.That(outcome.EncodedOer, Is.EqualTo("60FF00"));
    }

    [TestCase("NewChoice", "80FF", "First { Value = True }")]
    [TestCase("NewChoice", "8180", "Second { Value = 128 }")]
    [TestCase("NewChoice", "8201AB", "Third { Value = AB }")]
    [TestCase("OldChoice", "8201AB", "UnknownAlternative { Index = 2, Bytes = AB }")]
    [TestCase("OldChoice", "BF8F7F02ABCD", "UnknownAlternative { Index = 2047, Bytes = ABCD }")]
    [TestCase("OldChoice", "0200", "UnknownAlternative { Index = -2147483646, Bytes =  }")]
    [TestCase("OldChoice", "4000", "UnknownAlternative { Index = -1073741824, Bytes =  }")]
    [TestCase("OldChoice", "FF7F00", "UnknownAlternative { Index = 1073741951, Bytes =  }")]
    [TestCase("Tagged", "82", "Early { Value = Asn1Null { } }")]
    [TestCase("Tagged", "BF41", "Late { Value = Asn1Null { } }")]
    [TestCase("Tagged", "BFA70800", "Other { Value = False }")]
    public void An_alternative_is_a_nested_record(string type, string hex, string value)
    {
        var outcome = Schema.DecodeOer(type, hex);

        Assert.That(outcome.Value.ToString(), Is.EqualTo(value));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [Test]
    public void Lists_have_a_quantity_in_front_whatever_their_size()
    {
        var outcome = Schema.DecodeOer("Lists", "01020102" + "0101FF" + "0103FF00FF");

        Assert.That(outcome["Fixed"], Is.EqualTo(ImmutableArray.Create(1, 2)));
        Assert.That(outcome["Named"], Is.EqualTo(ImmutableArray.Create(255)));
        Assert.That(outcome["Open"], Is.EqualTo(ImmutableArray.Create(true, false, true)));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.EncodedOer, Is.EqualTo("01020102" + "0101FF" + "0103FF00FF"));
    }

    [TestCase("01020007", "Old { A = 7, UnknownAdditions =  }")]
    [TestCase("0201FF", "AnyValueBOOLEANValue { Value = True }")]
    [TestCase("0303ABCDEF", "UnknownOpenType { Bytes = ABCDEF }")]
    public void The_identifier_selects_the_type(string hex, string value)
    {
        var outcome = Schema.DecodeOer("Any", hex);

        Assert.That(outcome["Value"]!.ToString(), Is.EqualTo(value));
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [Test]
    public void An_open_type_that_is_cut_off_fails_at_the_member_where_it_ends() => Assert.That(
        () => Schema.DecodeOer("New", "8001" + "0205C0" + "01FF" + "8300FFFF" + "80FF"),
        Throws.TypeOf<Asn1ContentException>().With.Property(nameof(Asn1ContentException.Path)).EqualTo("d"));

    [Test]
    public void A_type_that_contains_itself_is_read_to_a_limit()
    {
        var nested = string.Concat(Enumerable.Repeat("8000", BitReader.MaximumRecursion - 1));
        var ends = string.Concat(Enumerable.Repeat("0100", BitReader.MaximumRecursion - 1));
        var outcome = Schema.DecodeOer("Tree", nested + "0000" + "0100" + ends);

        Assert.That(outcome.EncodedOer, Is.EqualTo(nested + "0000" + "0100" + ends));
        Assert.That(
            () => Schema.DecodeOer("Tree", "8000" + nested + "0000" + "0100" + ends + "0100"),
            Throws.TypeOf<Asn1ContentException>().With.Message.Contains("The type contains itself more than 64 levels deep."));
    }

    [TestCase("01", 0)]
    [TestCase("05", 1)]
    [TestCase("09", 2)]
    [TestCase("07", 7)]
    [TestCase("00", int.MinValue, Description = "the value 0 has no name, and the index 0 is that of 'one'")]
    public void An_enumeration_keeps_its_indices_in_the_record_and_sends_its_values(string hex, int index)
    {
        var outcome = Schema.DecodeOer("Held", hex);

        Assert.That(Convert.ToInt32(outcome["V"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(index));
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }
}
