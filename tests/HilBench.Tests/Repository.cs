namespace HilBench.Tests;

/// <summary>Where the tests find the files of the checkout they were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds HilBench.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root, with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The folder with material made by others, beside the checkout; null when it is not there.</summary>
    public static string? Shared
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>A path in the shared folder; the test is skipped, with the reason, when it is not there.</summary>
    public static string RequireShared(string relative)
    {
        if (Shared is null || !Path.Exists(Path.Combine(Shared, relative)))
        {
            Peers.Missing($"../shared/{relative} is not beside this checkout", "place the folder of shared vectors and facts next to it");
        }

        return Path.Combine(Shared!, relative);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HilBench.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("HilBench.sln not found above the test's folder.");
    }
}
