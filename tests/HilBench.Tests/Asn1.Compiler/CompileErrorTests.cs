using Microsoft.CodeAnalysis;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>What is wrong in an .asn file is an error of the build, at its line and column.</summary>
internal sealed class CompileErrorTests
{
    // Lines count from 1: the first assignment is in line 2.
    [TestCase("A ::= SEQUENCE { b Missing }", 2, 20, "'Missing' is neither defined in module M nor imported.")]
    [TestCase("A ::= SEQUENCE { b BOOLEAN c BOOLEAN }", 2, 28, "Expected ',' or '}' behind the member; found 'c'.")]
    [TestCase("A ::= SEQUENCE {\n  b BOOLEAN,\n  b NULL }", 4, 3, "'b' is named twice.")]
    [TestCase("A ::= BOOLEAN\nB ::= NULL\nA ::= NULL", 4, 1, "'A' is defined twice in module M; first in line 2.")]
    [TestCase("A ::= INTEGER (5..1)", 2, 15, "The constraint allows no value.")]
    [TestCase("A ::= INTEGER (0..unknown)", 2, 19, "'unknown' is neither defined in module M nor imported.")]
    [TestCase("A ::= INTEGER (0..36893488147419103232)", 2, 15, "The range 0..36893488147419103232 does not fit into 64 bits.")]
    [TestCase("A ::= OCTET STRING (SIZE (3))(SIZE (4))", 2, 30, "The size constraint allows no size, or one above 2147483647.")]
    [TestCase("A ::= SEQUENCE { r REAL }", 2, 20, "The type REAL is not supported: no V2X message uses it.")]
    [TestCase("A ::= A (1..2)", 2, 1, "'A' is defined by nothing but itself.")]
    [TestCase("A ::= ENUMERATED { a, b, a }", 2, 26, "'a' is named twice.")]
    [TestCase("A ::= ENUMERATED { a(1), b(1) }", 2, 26, "The number 1 of 'b' is taken already.")]
    [TestCase("A ::= SEQUENCE { a-b BOOLEAN, aB NULL }", 2, 31, "'aB' and another member of A would both be named AB in C#.")]
    [TestCase("A ::= BOOLEAN /* open", 2, 15, "The comment that begins here is not closed with */.")]
    [TestCase("A ::= IA5String (FROM (\"x", 2, 24, "The character string that begins here has no closing quote.")]
    [TestCase("A ::= SEQUENCE { a BOOLEAN DEFAULT 5 }", 2, 36, "'5' is no DEFAULT that BOOLEAN can have here.")]
    [TestCase("A ::= SEQUENCE { [[ a BOOLEAN ]] }", 2, 18, "Expected an extension marker '...' in front of the addition group; found '[['.")]
    [TestCase("A ::= CHOICE { a [1] NULL, b NULL }", 2, 7, "Either every alternative of a CHOICE has a tag, or none.")]
    [TestCase("C ::= CLASS { &id INTEGER, &Type }\nA ::= SEQUENCE { v C.&Type ({Set}{@id}) }\nSet C ::= { ... }", 3, 36, "'id' must be a mandatory sibling of the form C.&field({Set}).")]
    [TestCase("C ::= CLASS { &id INTEGER, &Type } WITH SYNTAX { &Type BY &id }\nSet C ::= { { NULL IS 5 } }", 3, 20, "Expected 'BY'; found 'IS'.")]
    [TestCase("A { T } ::= SEQUENCE { v T }\nB ::= A", 3, 7, "'A' has 1 parameters; found 0.")]
    [TestCase("a BOOLEAN ::= %", 2, 15, "The character '%' has no place in ASN.1.")]
    public void An_error_names_file_line_column_and_reason(string assignments, int line, int column, string message) =>
        Assert.That(Errors(("Schema/M.asn", CompiledSchema.Module(assignments))), Is.EqualTo(new[] { $"Schema/M.asn({line},{column}): {message}" }));

    [Test]
    public void Imports_that_lead_nowhere_are_errors()
    {
        var errors = Errors(
            ("Schema/A.asn", "A DEFINITIONS AUTOMATIC TAGS ::= BEGIN\nIMPORTS T, U FROM B\n  V FROM Nowhere;\nEND"),
            ("Schema/B.asn", "B DEFINITIONS AUTOMATIC TAGS ::= BEGIN\nT ::= NULL\nEND"));

        string[] expected =
        [
            "Schema/A.asn(2,12): Module B does not define 'U'.",
            "Schema/A.asn(3,10): Module Nowhere is not among the .asn files of this schema; add the file that defines it.",
        ];
        Assert.That(errors, Is.EqualTo(expected));
    }

    [Test]
    public void A_name_that_another_module_defines_is_an_error_with_the_remedy()
    {
        var errors = Errors(
            ("Schema/A.asn", "A DEFINITIONS AUTOMATIC TAGS ::= BEGIN T ::= SEQUENCE { u U } END"),
            ("Schema/B.asn", "B DEFINITIONS AUTOMATIC TAGS ::= BEGIN U ::= NULL END"));

        Assert.That(errors.Single(), Does.EndWith("'U' is neither defined in module A nor imported. Module B defines it: add it to IMPORTS."));
    }

    [Test]
    public void Every_error_of_a_schema_is_reported_at_once() =>
        Assert.That(Errors(("Schema/M.asn", CompiledSchema.Module("A ::= X\nB ::= SEQUENCE { y Y }\nC ::= INTEGER (2..1)"))), Has.Length.EqualTo(3));

    [Test]
    public void Modules_may_import_from_each_other()
    {
        var schema = CompiledSchema.Of(
        [
            ("Schema/A.asn", "A DEFINITIONS AUTOMATIC TAGS ::= BEGIN IMPORTS Inner, Same FROM B; Outer ::= SEQUENCE { inner Inner OPTIONAL } Size ::= INTEGER (0..3) END"),
            ("Schema/B.asn", "B DEFINITIONS AUTOMATIC TAGS ::= BEGIN IMPORTS Outer, Size FROM A; Inner ::= SEQUENCE { outer Outer, size Size } Same ::= NULL END"),
        ]);

        Assert.That(schema.Decode("Outer", "B0").Root.Children[0].Children[0].Name, Is.EqualTo("outer"));
    }

    private static string[] Errors(params (string Path, string Text)[] files) =>
    [
        .. CompiledSchema.Generate(files).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic =>
        {
            var span = diagnostic.Location.GetLineSpan();
            return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {diagnostic.GetMessage(null)}";
        }),
    ];
}
