namespace HilBench.Watch.Serving;

/// <summary>Style sheet and script of the page: files of their own in Assets/, carried in the assembly.</summary>
internal static class Assets
{
    /// <summary>The octets of one.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly; see HilBench.Watch.csproj.");
        using var octets = new MemoryStream();
        stream.CopyTo(octets);
        return octets.ToArray();
    }
}
