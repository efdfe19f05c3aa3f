using System.Collections.Immutable;
using System.CommandLine;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Reports.Html;

namespace HilBench.Cli.Validation;

/// <summary>The options of <c>hilbench validate</c>.</summary>
internal sealed class ValidateOptions
{
    private readonly Option<MatrixFormat> _format = WordOption.Create(
        "--format",
        "How the matrix is written.",
        ("text", MatrixFormat.Text),
        ("markdown", MatrixFormat.Markdown),
        ("json", MatrixFormat.Json),
        ("html", MatrixFormat.Html));

    private readonly Option<string[]> _defects = new("--defect")
    {
        Description = "Run this defect only; may be repeated. Default: all.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _record = new("--record")
    {
        Description = "Run nothing: write what this validation record says, as --format json gave it.",
        HelpName = "file",
    };

    private readonly Option<string> _out = new("--out") { Description = "File to write to. Default: standard output.", HelpName = "file" };

    private readonly Option<string> _language = WordOption.Create("--lang", "Language of the page.", ("en", "en"), ("zh", "zh"));

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _defects.CompletionSources.Add([.. RigDefects.All]);
        command.Add(_format);
        command.Add(_out);
        command.Add(_language);
        command.Add(_record);
        command.Add(_defects);
    }

    /// <summary>How the matrix is written.</summary>
    public MatrixFormat Format(ParseResult parse) => parse.GetValue(_format);

    /// <summary>The file to write to; null for standard output.</summary>
    /// <exception cref="UsageException">Its folder is not there: better told before the runs than after them.</exception>
    public string? Out(ParseResult parse)
    {
        var file = parse.GetValue(_out);
        return file is not null && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder)
            ? throw new UsageException($"--out: there is no folder '{folder}'; make it, or name a file in another")
            : file;
    }

    /// <summary>The words of the page.</summary>
    public Words Language(ParseResult parse) => parse.GetValue(_language) == "zh" ? Words.Chinese : Words.English;

    /// <summary>The validation record to write; null for one to be made.</summary>
    /// <exception cref="UsageException">Defects were named too.</exception>
    public string? Record(ParseResult parse)
    {
        var record = parse.GetValue(_record);
        return record is not null && parse.GetValue(_defects) is { Length: > 0 }
            ? throw new UsageException("--record: nothing is run, so --defect has no effect; leave one of them out")
            : record;
    }

    /// <summary>The defects to run, in the order of the catalogue, and whether these are all.</summary>
    /// <exception cref="UsageException">A name is no defect.</exception>
    public (ImmutableArray<SeededDefect> Defects, bool Complete) Defects(ParseResult parse)
    {
        var wanted = parse.GetValue(_defects) ?? [];
        var names = SeededDefects.All.Select(defect => defect.Name).ToArray();
        if (wanted.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UsageException($"--defect: there is no defect '{unknown}'{NearestWord.Hint(unknown, names)}; there are {string.Join(", ", names)}");
        }

        return wanted.Length == 0
            ? (SeededDefects.All, true)
            : ([.. SeededDefects.All.Where(defect => wanted.Contains(defect.Name, StringComparer.Ordinal))], false);
    }
}
