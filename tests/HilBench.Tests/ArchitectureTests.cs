using System.Xml.Linq;

namespace HilBench.Tests;

/// <summary>Holds the house: which project may see which, and what pure code may not touch.</summary>
internal sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["HilBench.Asn1"] = [],
        ["HilBench.Asn1.Compiler"] = [],
        ["HilBench.Links"] = [],
        ["HilBench.Wire"] = ["HilBench.Wire.Csae", "HilBench.Wire.Etsi", "HilBench.Wire.Ieee1609", "HilBench.Wire.J2735", "HilBench.Wire.Tci"],
        ["HilBench.Wire.Csae"] = ["HilBench.Asn1", "HilBench.Asn1.Compiler"],
        ["HilBench.Wire.Etsi"] = ["HilBench.Asn1", "HilBench.Asn1.Compiler"],
        ["HilBench.Wire.Ieee1609"] = ["HilBench.Asn1", "HilBench.Asn1.Compiler"],
        ["HilBench.Wire.J2735"] = ["HilBench.Asn1", "HilBench.Asn1.Compiler"],
        ["HilBench.Wire.Tci"] = ["HilBench.Asn1", "HilBench.Asn1.Compiler"],
        ["HilBench.Emulators"] = ["HilBench.Links", "HilBench.Wire"],
        ["HilBench.Emulator"] = ["HilBench.Emulators"],
        ["HilBench"] = ["HilBench.Links", "HilBench.Wire"],
        ["HilBench.Drivers"] = ["HilBench", "HilBench.Emulators"],
        ["HilBench.Reports"] = ["HilBench"],
        ["HilBench.Scene"] = ["HilBench"],
        ["HilBench.Testing"] = ["HilBench.Drivers"],
        ["HilBench.Cli"] = ["HilBench.Drivers", "HilBench.Reports", "HilBench.Scene"],
        ["HilBench.Benchmarks"] = ["HilBench.Cli", "HilBench.Scene", "HilBench.Wire"],
        ["HilBench.Certification"] = ["HilBench.Testing"],
        ["HilBench.Tests"] = ["HilBench.Asn1.Compiler", "HilBench.Cli", "HilBench.Emulator", "HilBench.Testing"],
    };

    private static readonly string[] TopFolders = ["bench", "fixtures", "reports", "rigs", "tests"];

    [Test]
    public void Project_references_are_the_arrows_of_the_design_and_no_others()
    {
        var found = ProjectFiles().ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => XDocument.Load(path).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .Order(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

        Assert.That(found.Keys, Is.EquivalentTo(Arrows.Keys));
        foreach (var (project, references) in found)
        {
            Assert.That(references, Is.EqualTo(Arrows[project]), $"references of {project}");
        }
    }

    [TestCase("bench/HilBench/Rules")]
    [TestCase("bench/HilBench/Measuring")]
    [TestCase("bench/HilBench/Judging")]
    public void Pure_code_knows_no_socket_file_or_clock(string folder)
    {
        string[] forbidden =
        [
            "System.IO", "System.Net", "File.", "Directory.", "Console.", "TimeProvider", "EventLoop", "UdpPort", "MemoryWire",
            "HilBench.Running", "HilBench.Rigs", "HilBench.Scenarios", "Environment.",
        ];
        var offences = Sources(folder)
            .Where(path => Path.GetFileName(path) != "Catalogue.cs")
            .SelectMany(path => forbidden.Where(File.ReadAllText(path).Contains).Select(word => $"{Path.GetFileName(path)}: {word}"));

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void The_top_level_holds_what_the_card_allows()
    {
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.') && name != "artifacts" && !name.EndsWith(".props", StringComparison.Ordinal));

        Assert.That(entries, Is.EquivalentTo([.. TopFolders, "HilBench.sln", "README.md", "global.json", "BannedSymbols.txt"]));
        Assert.That(TopFolders.Where(folder => !File.Exists(Repository.PathOf($"{folder}/README.md"))), Is.Empty, "folders without a README.md");
    }

    [Test]
    public void No_source_file_is_longer_than_500_lines_or_named_after_nothing()
    {
        var sources = TopFolders.SelectMany(Sources).ToArray();
        string[] emptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Impl", "Service"];

        Assert.That(sources, Is.Not.Empty);
        Assert.That(sources.Where(path => File.ReadLines(path).Count() > 500), Is.Empty, "files over 500 lines");
        Assert.That(
            sources.Where(path => emptyNames.Any(name => Path.GetFileNameWithoutExtension(path).EndsWith(name, StringComparison.Ordinal))),
            Is.Empty,
            "names that say nothing");
    }

    [Test]
    public void Only_the_links_may_read_the_wall_clock()
    {
        string[] exemptions = ["RS0030"];
        var projects = ProjectFiles().Concat(TopFolders.SelectMany(Sources))
            .Where(path => exemptions.Any(File.ReadAllText(path).Contains))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.EndsWith("ArchitectureTests.cs", StringComparison.Ordinal));

        Assert.That(projects, Is.All.StartsWith("bench/HilBench.Links/"));
    }

    private static IEnumerable<string> ProjectFiles() =>
        TopFolders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(path => !path.Contains("samples", StringComparison.Ordinal) || !path.Contains("fixtures", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories);
}
