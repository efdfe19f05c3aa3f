namespace HilBench.Tests;

/// <summary>Files that hold what an output must be.</summary>
internal static class Golden
{
    /// <summary>Compares a text with a committed file; with <c>HILBENCH_UPDATE_GOLDEN=1</c> writes the file instead.</summary>
    /// <param name="file">The file, relative to the root of the repository.</param>
    /// <param name="text">What was produced; any line ends.</param>
    public static void Check(string file, string text)
    {
        var path = Repository.PathOf(file);
        var produced = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("HILBENCH_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, produced);
        }

        Assert.That(produced, Is.EqualTo(File.ReadAllText(path)), $"{file}: if the change is wanted, run the test with HILBENCH_UPDATE_GOLDEN=1 and look at the difference");
    }
}
