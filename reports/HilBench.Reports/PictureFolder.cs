namespace HilBench.Reports;

/// <summary>The pictures of an evidence folder.</summary>
/// <param name="folder">The folder.</param>
public sealed class PictureFolder(string folder)
{
    private const int MostOctets = 8 << 20;

    /// <summary>The octets of a picture; null when there is no such file, it lies outside of the folder, or is larger than 8 MiB.</summary>
    /// <param name="name">File name relative to the folder, with <c>/</c>.</param>
    public byte[]? Read(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
            var file = new FileInfo(Path.GetFullPath(Path.Combine(root, name)));
            return file.FullName.StartsWith(root, StringComparison.Ordinal) && file.Exists && file.Length <= MostOctets ? File.ReadAllBytes(file.FullName) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
