using HilBench.Asn1;
using Microsoft.CodeAnalysis;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>The metadata Asn1Encodings decides which codecs a schema has.</summary>
internal sealed class EncodingsTests
{
    private const string Schema = "Thing ::= SEQUENCE { b BOOLEAN, list SEQUENCE OF E, c CHOICE { d NULL, ... } } E ::= ENUMERATED { x }";

    [TestCase(null, true, false)]
    [TestCase("", true, false)]
    [TestCase("UPER", true, false)]
    [TestCase("COER", false, true)]
    [TestCase("UPER;COER", true, true)]
    [TestCase("COER, UPER", true, true)]
    [TestCase("COER+UPER", true, true)]
    public void A_record_has_the_codecs_that_the_build_asks_for(string? encodings, bool uper, bool oer)
    {
        var type = CompiledSchema.Of(Schema, encodings).TypeOf("Thing");

        Assert.That(type.IsAssignableTo(typeof(IUperType)), Is.EqualTo(uper));
        Assert.That(type.IsAssignableTo(typeof(IOerType)), Is.EqualTo(oer));
        Assert.That(type.GetMethods().Any(method => method.Name == "Decode"), Is.EqualTo(uper));
        Assert.That(type.GetMethods().Any(method => method.Name == "DecodeOer"), Is.EqualTo(oer));
    }

    [TestCase("BER")]
    [TestCase("uper")]
    [TestCase("UPER COER")]
    [TestCase("UPER;;COER")]
    public void Another_encoding_is_an_error_that_says_what_is_allowed(string encodings)
    {
        var error = CompiledSchema.Generate([("Schema/M.asn", CompiledSchema.Module(Schema))], encodings).Diagnostics.Single();

        Assert.That(error.Id, Is.EqualTo("ASN1002"));
        Assert.That(error.Severity, Is.EqualTo(DiagnosticSeverity.Error));
        Assert.That(error.Location.GetLineSpan().Path, Is.EqualTo("Schema/M.asn"));
        Assert.That(error.GetMessage(null), Is.EqualTo(
            $"Asn1Encodings is '{encodings}'; allowed are UPER, COER, or both with ',', '+' or an escaped ';' (%3B) between them."));
    }

    [Test]
    public void All_files_of_a_namespace_have_the_same_encodings()
    {
        var driver = CompiledSchema.Driver(
            [("Schema/A.asn", "A DEFINITIONS ::= BEGIN T ::= NULL END"), ("Schema/B.asn", "B DEFINITIONS ::= BEGIN U ::= NULL END")],
            path => path.EndsWith("A.asn", StringComparison.Ordinal) ? "COER" : null);

        var error = driver.RunGenerators(CompiledSchema.Empty()).GetRunResult().Diagnostics.Single();

        Assert.That(error.Id, Is.EqualTo("ASN1002"));
        Assert.That(error.GetMessage(null), Is.EqualTo(
            "Asn1Encodings is '', but 'COER' for Schema/A.asn: all files of the namespace Schema need the same."));
    }

    [TestCase("EXPLICIT", "A ::= CHOICE { a BOOLEAN, b Inner, c [3] NULL }", "Either every alternative of a CHOICE has a tag, or none.")]
    [TestCase("EXPLICIT", "A ::= CHOICE { a BOOLEAN, b Inner } Inner ::= CHOICE { d NULL }", "'b' is a CHOICE without a tag, which COER codecs do not support here: write a tag or use AUTOMATIC TAGS.")]
    [TestCase("IMPLICIT", "A ::= CHOICE { a INTEGER (0..1), b INTEGER }", "'b' has the tag [UNIVERSAL 2], and so has 'a'.")]
    [TestCase("AUTOMATIC", "A ::= CHOICE { a [1] NULL, b [1] NULL }", "'b' has the tag [1], and so has 'a'.")]
    [TestCase("AUTOMATIC", "A ::= ENUMERATED { a(2147483648) }", "A number of A does not fit into 32 bits.")]
    public void What_COER_cannot_tell_apart_is_an_error(string tags, string assignments, string message)
    {
        (string, string)[] files = [("Schema/M.asn", $"M DEFINITIONS {tags} TAGS ::= BEGIN\n{assignments}\nEND")];

        Assert.That(CompiledSchema.Generate(files, "COER").Diagnostics.Select(error => error.GetMessage(null)), Does.Contain(message));
    }

    [TestCase("A", "80", "X { Value = Asn1Null { } }")]
    [TestCase("A", "82", "Y { Value = Asn1Null { } }")]
    [TestCase("A", "81", "Z { Value = Asn1Null { } }")]
    [TestCase("B", "020105", "I { Value = 5 }")]
    [TestCase("B", "10", "S { Value = BS { N = Asn1Null { } } }")]
    [TestCase("B", "0C0141", "T { Value = A }")]
    [TestCase("B", "87", "R { Value = Asn1Null { } }")]
    public void Written_tags_and_those_of_built_in_types_are_sent(string type, string hex, string value)
    {
        (string, string)[] files =
        [
            ("Schema/M.asn", "M DEFINITIONS IMPLICIT TAGS ::= BEGIN\nA ::= CHOICE { x [0] NULL, y [2] NULL, z [1] NULL }\n"
                + "B ::= CHOICE { i INTEGER, s SEQUENCE { n NULL }, t UTF8String, r Tagged }\nTagged ::= [7] NULL\nEND"),
        ];
        var schema = CompiledSchema.Of(files, "COER");

        Assert.That(schema.DecodeOer(type, hex).Value.ToString(), Is.EqualTo(value));
        Assert.That(schema.DecodeOer(type, hex).EncodedOer, Is.EqualTo(hex));
    }
}
