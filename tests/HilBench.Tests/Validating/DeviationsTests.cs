using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Validating;

namespace HilBench.Tests.Validating;

internal sealed class DeviationsTests
{
    private static readonly string[] Purposes = ["US-CI-001", "US-CI-002"];

    [Test]
    public void A_matrix_that_is_as_declared_has_no_deviation() => Assert.That(Find(SampleValidation.SoundRows, SampleValidation.Declared), Is.Empty);

    [Test]
    public void A_purpose_that_does_not_pass_the_clean_rig_is_a_deviation() => Assert.That(
        Find(Changed(0, Verdict.Inconclusive, Verdict.Pass), SampleValidation.Declared),
        Is.EqualTo(["US-CI-001 is inconclusive on the clean rig, expected pass"]));

    [Test]
    public void A_defect_that_is_not_caught_is_a_deviation_and_so_is_a_purpose_that_catches_nothing() => Assert.That(
        Find(Changed(1, Verdict.Pass, Verdict.Pass), SampleValidation.Declared),
        Is.EqualTo(["US-CI-001 is pass on slow, which is declared for it: expected fail", "US-CI-001 fails on no defect: nothing shows that it can"]));

    [Test]
    public void Only_a_complete_matrix_must_prove_every_purpose() => Assert.That(
        Deviations.Find([.. Purposes], [.. SampleValidation.SoundRows.Take(2)], [SampleValidation.Declared[0]], complete: false),
        Is.Empty);

    [Test]
    public void A_failure_on_a_defect_that_is_not_declared_for_the_purpose_is_a_deviation() => Assert.That(
        Find(Changed(1, Verdict.Fail, Verdict.Fail), SampleValidation.Declared),
        Is.EqualTo(["US-CI-002 fails on slow, which is not declared for it"]));

    [Test]
    public void Defects_and_declarations_must_be_the_same_set() => Assert.That(
        Find(SampleValidation.SoundRows, [SampleValidation.Declared[0], new("gone", "obu", ["US-BSM-002"])]),
        Is.EqualTo([
            "signal-controller: the defect 'mute' is not declared in defects.csv",
            "obu: no emulator has the declared defect 'gone'",
        ]));

    [Test]
    public void A_declaration_for_a_purpose_that_is_not_executable_is_a_deviation() => Assert.That(
        Find(SampleValidation.SoundRows, [SampleValidation.Declared[0], SampleValidation.Declared[1] with { Breaks = ["US-CI-002", "US-CI-099"] }]),
        Is.EqualTo(["mute: declares US-CI-099, which is no executable purpose"]));

    private static ImmutableArray<string> Find(ImmutableArray<ValidationRow> rows, ImmutableArray<SeededDefect> declared) => Deviations.Find([.. Purposes], rows, declared, complete: true);

    private static ImmutableArray<ValidationRow> Changed(int row, params Verdict[] verdicts) => SampleValidation.SoundRows.SetItem(
        row,
        SampleValidation.SoundRows[row] with { Verdicts = Purposes.Zip(verdicts).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal) });
}
