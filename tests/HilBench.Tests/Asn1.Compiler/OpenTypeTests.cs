using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Classes, object sets, open types and parameters, in the forms that message sets use.</summary>
internal sealed class OpenTypeTests
{
    private static readonly CompiledSchema Schema = CompiledSchema.Of(
    [
        ("Schema/Frame.asn", """
            Frame { iso(1) standard(0) 42 } DEFINITIONS AUTOMATIC TAGS ::= BEGIN
            IMPORTS Extension, Reg-Place, EXT FROM Region { iso(1) 7 };
            MESSAGE ::= CLASS { &id MessageId UNIQUE, &Type } WITH SYNTAX { &Type IDENTIFIED BY &id }
            MessageId ::= INTEGER (0..32767)
            place MessageId ::= 18
            Messages MESSAGE ::= { { Place IDENTIFIED BY place } | { Count IDENTIFIED BY 19 } | more | { OCTET STRING IDENTIFIED BY 21 }, ... }
            more MESSAGE ::= { Numbers IDENTIFIED BY 20 }
            Frame ::= SEQUENCE { messageId MESSAGE.&id ({Messages}), value MESSAGE.&Type ({Messages}{@.messageId}), ... }
            Place ::= SEQUENCE { lane INTEGER (0..255), regional SEQUENCE (SIZE (1..4)) OF Extension {{Reg-Place}} OPTIONAL }
            Count ::= INTEGER (0..255)
            Numbers ::= SEQUENCE (SIZE (0..3)) OF Count
            END
            """),
        ("Schema/Region.asn", """
            Region DEFINITIONS AUTOMATIC TAGS ::= BEGIN
            EXPORTS ALL;
            EXT ::= CLASS { &id INTEGER (0..255) UNIQUE, &Type } -- no WITH SYNTAX
            Extension { EXT : Set } ::= SEQUENCE { regionId EXT.&id ({Set}), regExtValue EXT.&Type ({Set}{@regionId}) }
            Reg-Place EXT ::= { Local | { &id 4, &Type Four }, ... }
            Local EXT ::= { { &id 3, &Type Three } }
            Reg-None EXT ::= { ... }
            Three ::= SEQUENCE { flag BOOLEAN }
            Four ::= CHOICE { a NULL, b Pair {BOOLEAN, 3} }
            Pair { Type, INTEGER : upper } ::= SEQUENCE { one Type, two INTEGER (0..upper) }
            Empty ::= SEQUENCE { none Extension {{Reg-None}} }
            END
            """),
    ]);

    [TestCase(18, "Place")]
    [TestCase(19, "CountValue")]
    public void The_identifier_selects_the_type(int id, string type)
    {
        var outcome = Decode(Schema.Make("Frame", ("MessageId", id), ("Value", Content(type))));

        Assert.That(outcome["Value"], Is.TypeOf(Schema.TypeOf(type)));
        Assert.That(outcome.Violations, Is.Empty);
    }

    [Test]
    public void A_frame_has_the_bits_of_the_standard()
    {
        // 0 | 000000000010011 | length 1 | 01111111
        var outcome = Schema.Decode("Frame", "0013017F");

        Assert.That(outcome["Value"]!.ToString(), Is.EqualTo("CountValue { Value = 127 }"));
        Assert.That(outcome.Root.Children[1], Has.Property("Name").EqualTo("value").And.Property("Type").EqualTo("Count"));
        Assert.That(outcome.Encoded, Is.EqualTo("0013017F"));
    }

    [Test]
    public void A_type_that_is_no_record_gets_one()
    {
        Assert.That(Schema.Decode("Frame", "0014024140").Value.ToString(), Does.Contain("NumbersValue"));
        Assert.That(Schema.Decode("Frame", "00150201AB")["Value"]!.ToString(), Does.EndWith("{ Value = AB }"));
    }

    [TestCase("001603ABCDEF", "UnknownOpenType { Bytes = ABCDEF }")]
    public void An_identifier_without_an_entry_keeps_the_octets(string hex, string value)
    {
        var outcome = Schema.Decode("Frame", hex);

        Assert.That(outcome["Value"]!.ToString(), Is.EqualTo(value));
        Assert.That(outcome.Encoded, Is.EqualTo(hex));
    }

    [Test]
    public void A_value_of_another_type_than_the_identifier_selects_is_refused()
    {
        var frame = Schema.Make("Frame", ("MessageId", 18), ("Value", Content("CountValue")));

        Assert.That(frame.Encode, Throws.TypeOf<Asn1EncodeException>().With.Message.StartsWith("value is a CountValue; allowed is the type that 'messageId' selects"));
    }

    [Test]
    public void Contents_that_do_not_fill_the_open_type_are_a_violation()
    {
        var outcome = Schema.Decode("Frame", "0013027F55");

        Assert.That(outcome.Violations.Single(), Is.EqualTo(
            new Violation("value", 32, 8, "X.691 11.1: zero bits to the next octet, then nothing", "8 bits 01010101")));
    }

    [TestCase("0012058480603000", "Three { Flag = True }")]
    public void A_parameterised_type_is_made_once_for_each_object_set(string hex, string value)
    {
        // Place: 1 00001001 | 00 | 00000011 | length 1 | 1
        var outcome = Schema.Decode("Frame", hex);
        var place = outcome["Value"]!;
        var regional = (System.Collections.IEnumerable)place.GetType().GetProperty("Regional")!.GetValue(place)!;
        var extension = regional.Cast<object>().Single();

        Assert.That(extension, Is.TypeOf(Schema.TypeOf("ExtensionRegPlace")));
        Assert.That(extension.GetType().GetProperty("RegExtValue")!.GetValue(extension)!.ToString(), Is.EqualTo(value));
        Assert.That(outcome.Encoded, Is.EqualTo(hex));
    }

    [Test]
    public void Types_and_values_are_parameters_too()
    {
        var pair = Schema.Decode("PairBOOLEAN3", "E0");

        Assert.That(pair["One"], Is.True);
        Assert.That(pair["Two"], Is.EqualTo(3));
        Assert.That(pair.BitsConsumed, Is.EqualTo(3));
    }

    [Test]
    public void An_empty_object_set_keeps_every_open_type()
    {
        var outcome = Schema.Decode("Empty", "0301AA");

        Assert.That(outcome["None"]!.ToString(), Does.Contain("UnknownOpenType { Bytes = AA }"));
    }

    [Test]
    public void Values_become_constants_of_their_type() =>
        Assert.That(Schema.TypeOf("MessageIdValues").GetField("Place")!.GetRawConstantValue(), Is.EqualTo(18));

    private static Outcome Decode(IUperType value)
    {
        var outcome = Schema.Decode(value.GetType().Name, Convert.ToHexString(value.Encode()));
        Assert.That(outcome.Value, Is.EqualTo(value));
        return outcome;
    }

    private static IAsn1Type Content(string type) => type == "CountValue"
        ? (IAsn1Type)Activator.CreateInstance(Schema.TypeOf(type), 127)!
        : Schema.Make(type, ("Lane", 7));
}
