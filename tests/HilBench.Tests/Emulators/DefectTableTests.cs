using HilBench.Emulators;

namespace HilBench.Tests.Emulators;

internal sealed class DefectTableTests
{
    [Test]
    public void Every_defect_has_a_line_that_says_which_purposes_must_catch_it()
    {
        var lines = File.ReadAllLines(Repository.PathOf("fixtures/catalogues/defects.csv")).Skip(1).Select(line => line.Split(',')).ToArray();

        Assert.That(lines.Select(line => (line[0], line[1])), Is.EquivalentTo(DefectTable.All.Select(defect => (defect.Name, defect.Device))));
        Assert.That(lines.Select(line => line[2]), Has.All.Not.Empty);
        Assert.That(DefectTable.All.GroupBy(defect => defect.Device, StringComparer.Ordinal).Select(group => group.Count()), Has.All.GreaterThanOrEqualTo(3));
    }

    [Test]
    public void The_README_describes_every_defect_and_names_what_catches_it()
    {
        var rows = File.ReadAllLines(Repository.PathOf("rigs/README.md"));
        var breaks = File.ReadAllLines(Repository.PathOf("fixtures/catalogues/defects.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(fields => fields[0], fields => fields[2].Replace(";", ", ", StringComparison.Ordinal), StringComparer.Ordinal);

        Assert.That(rows, Is.SupersetOf(DefectTable.All.Select(defect => $"| `{defect.Name}` | {defect.Device} | {defect.Description} | {breaks[defect.Name]} |")));
    }
}
