using System.Collections.Immutable;
using HilBench.Drivers;

namespace HilBench.Cli.Validation;

/// <summary>Reads <c>fixtures/catalogues/defects.csv</c>.</summary>
internal static class DefectExpectations
{
    private const string Columns = "defect,device,breaks";

    /// <summary>The rows, in file order.</summary>
    /// <exception cref="FormatException">The file is not what it must be; names the line.</exception>
    public static ImmutableArray<DefectExpectation> Read()
    {
        var lines = File.ReadAllLines(BundledFiles.Defects);
        if (lines.Length == 0 || lines[0] != Columns)
        {
            throw new FormatException($"{BundledFiles.Defects}:1: expected the columns {Columns}.");
        }

        return [.. lines.Skip(1).Select((line, index) => Row(line.Split(','), index + 2))];
    }

    private static DefectExpectation Row(string[] fields, int line) => fields.Length == 3
        ? new DefectExpectation(fields[0], fields[1], [.. fields[2].Split(';')])
        : throw new FormatException(FormattableString.Invariant($"{BundledFiles.Defects}:{line}: found {fields.Length} fields, expected {Columns}."));
}
