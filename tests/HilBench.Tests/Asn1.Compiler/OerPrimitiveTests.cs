using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Each built-in type in COER with what it accepts, refuses, and reads although a constraint is broken.</summary>
internal sealed class OerPrimitiveTests
{
    private static IEnumerable<TestCaseData> AcceptedRows =>
        OerPrimitiveVectors.Accepted.Select(row => new TestCaseData(row.Type, row.Hex, row.Value).SetArgDisplayNames(row.Type, row.Hex));

    private static IEnumerable<TestCaseData> RejectedRows =>
        OerPrimitiveVectors.Rejected.Select(row => new TestCaseData(row.Type, row.Hex, row.Reason).SetArgDisplayNames(row.Type, row.Hex));

    private static IEnumerable<TestCaseData> ViolatedRows => OerPrimitiveVectors.Violated
        .Select(row => new TestCaseData(row.Type, row.Hex, row.Rule, row.Found, row.Value).SetArgDisplayNames(row.Type, row.Hex));

    [TestCaseSource(nameof(AcceptedRows))]
    public void An_accepted_vector_gives_the_value_and_the_value_gives_the_vector(string type, string hex, string value)
    {
        var outcome = OerPrimitiveVectors.Schema.DecodeOer(OerPrimitiveVectors.NameOf(type), hex);

        Assert.That(outcome.Root.Children[0].Value, Is.EqualTo(value));
        Assert.That(outcome.Violations, Is.Empty);
        Assert.That(outcome.EncodedOer, Is.EqualTo(hex));
    }

    [TestCaseSource(nameof(RejectedRows))]
    public void A_rejected_vector_says_where_and_why(string type, string hex, string reason) => Assert.That(
        () => OerPrimitiveVectors.Schema.DecodeOer(OerPrimitiveVectors.NameOf(type), hex),
        Throws.TypeOf<Asn1ContentException>().With.Message.Contains(reason).And.Property(nameof(Asn1ContentException.Path)).EqualTo("v"));

    [TestCaseSource(nameof(ViolatedRows))]
    public void A_broken_constraint_is_a_violation_and_the_value_is_read(string type, string hex, string rule, string found, string value)
    {
        var outcome = OerPrimitiveVectors.Schema.DecodeOer(OerPrimitiveVectors.NameOf(type), hex);

        Assert.That(outcome.Root.Children[0].Value, Is.EqualTo(value));
        var violation = outcome.Violations.Single();
        Assert.That(violation.Path, Is.EqualTo("v"));
        Assert.That(violation.Rule, Does.StartWith(rule.Replace("\\", string.Empty, StringComparison.Ordinal)));
        Assert.That(violation.Found, Is.EqualTo(found));
        Assert.That(violation.BitOffset + violation.BitLength, Is.LessThanOrEqualTo(outcome.BitsConsumed));
    }
}
