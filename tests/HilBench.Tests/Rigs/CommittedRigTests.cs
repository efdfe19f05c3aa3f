using HilBench.Drivers;
using HilBench.Emulators;
using HilBench.Rigs;

namespace HilBench.Tests.Rigs;

internal sealed class CommittedRigTests
{
    private static IEnumerable<string> Folders =>
        Directory.GetDirectories(Repository.PathOf("rigs")).Where(folder => File.Exists(Path.Combine(folder, RigFile.FileName))).Select(folder => Path.GetFileName(folder)!);

    [TestCaseSource(nameof(Folders))]
    public void Every_rig_that_comes_with_the_bench_is_read_without_faults(string folder)
    {
        var rig = RigFile.Read(Repository.PathOf($"rigs/{folder}"), RigDefects.Words);

        Assert.That(rig.Name, Is.EqualTo(folder));
        Assert.That(rig.Description, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Folders))]
    public void Every_rig_has_its_line_in_the_README(string folder) =>
        Assert.That(File.ReadAllLines(Repository.PathOf("rigs/README.md")), Has.Some.StartsWith($"| `{folder}/rig.yaml` | "));

    [Test]
    public void The_examples_for_real_devices_name_each_key_that_a_real_device_may_have()
    {
        var text = string.Concat(Folders.Where(folder => folder.Contains('-', StringComparison.Ordinal)).Select(folder => File.ReadAllText(Repository.PathOf($"rigs/{folder}/rig.yaml"))));
        var sets = RigKeys.All.Except([RigKeys.Rig]).SelectMany(keys => keys.Required.Concat(keys.Optional)).Distinct(StringComparer.Ordinal);
        string[] emulatedOnly = ["defects", "personalities", "processingDelay", "mac", "detectors", "store", "deviceInterface"];

        Assert.That(sets.Except(emulatedOnly, StringComparer.Ordinal).Where(key => !text.Contains($"{key}:", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_README_describes_every_personality()
    {
        var rows = File.ReadAllLines(Repository.PathOf("rigs/README.md"));

        Assert.That(rows, Is.SupersetOf(PersonalityTable.All.Select(personality => $"| `{personality.Name}` | {personality.Device} | {personality.Description} |")));
    }
}
