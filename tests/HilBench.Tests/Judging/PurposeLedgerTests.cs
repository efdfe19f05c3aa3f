using System.Text;
using HilBench.Judging;

namespace HilBench.Tests.Judging;

internal sealed class PurposeLedgerTests
{
    private const string Columns = "id,region,standard,edition,clause,applies_to,purpose,basis,needs\n";

    [Test]
    public void The_executable_purposes_come_first_and_no_id_is_there_twice()
    {
        var rows = PurposeLedger.Rows;

        Assert.That(rows.TakeWhile(row => row.Needs is null).Select(row => row.Id), Is.EqualTo(PurposeTable.All.Select(purpose => purpose.Id)));
        Assert.That(rows.Skip(PurposeTable.All.Length).Select(row => row.Needs), Has.None.Null);
        Assert.That(rows.Select(row => row.Id), Is.Unique);
        Assert.That(rows.Select(row => row.Region).Distinct(StringComparer.Ordinal), Is.EquivalentTo(["US", "EU", "CN"]));
    }

    [Test]
    public void A_row_of_the_catalogue_is_executable_or_it_would_be_in_neither_list() =>
        Assert.That(Catalogue.Us.Rows.Select(row => row.Id), Is.EqualTo(PurposeTable.All.Select(purpose => purpose.Id)));

    [TestCase("X-1,US,S,E,C,RSU,P,source,magic", "rows.csv:2: needs 'magic', expected one of rule, upperTester, position, vehicleBus, alert, radio, manufacturer.")]
    [TestCase("X-1,US,S,E,C,RSU,,source,rule", "rows.csv:2: the column 'purpose' is empty, expected a text.")]
    [TestCase("X-1,US,S,E,C,RSU,P,source,rule\nX-1,US,S,E,C,RSU,P,source,rule", "rows.csv:3: the id 'X-1' is there twice, expected each id once.")]
    public void A_mistake_in_a_row_is_told_with_its_line(string rows, string message)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Columns + rows));

        Assert.That(() => PurposeLedger.Read(file, "rows.csv"), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Every_defect_proves_a_purpose_and_every_purpose_is_proved_by_one()
    {
        Assert.That(PurposeTable.All.Where(purpose => SeededDefects.ProofOf(purpose.Id).IsEmpty).Select(purpose => purpose.Id), Is.Empty);
        Assert.That(SeededDefects.ProofOf("US-CI-001"), Is.EqualTo(["slow-feed", "spat-drop-fifth"]));
        Assert.That(SeededDefects.ProofOf("US-CI-099"), Is.Empty);
    }
}
