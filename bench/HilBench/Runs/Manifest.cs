using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace HilBench.Runs;

/// <summary>SHA-256 of every file of an evidence folder, in the form that <c>sha256sum --check</c> reads.</summary>
public static class Manifest
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <summary>Writes the manifest of a folder: every file below it but the manifest, by path, with forward slashes.</summary>
    public static void Write(string folder)
    {
        var lines = Files(folder).Select(path => $"{Digest(Path.Combine(folder, path))}  {path}\n");
        File.WriteAllText(Path.Combine(folder, EvidenceFolder.Manifest), string.Concat(lines));
    }

    /// <summary>Compares a folder with its manifest.</summary>
    /// <returns>One sentence for each file that differs, is missing, or is not in the manifest; empty when all agree.</returns>
    /// <exception cref="EvidenceException">There is no manifest, or it is not one.</exception>
    public static ImmutableArray<string> Verify(string folder)
    {
        var listed = Read(Path.Combine(folder, EvidenceFolder.Manifest));
        var present = Files(folder).ToHashSet(StringComparer.Ordinal);
        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var (path, digest) in listed)
        {
            if (!present.Remove(path))
            {
                differences.Add($"{path}: is in the manifest but not in the folder");
            }
            else if (Digest(Path.Combine(folder, path)) is var found && found != digest)
            {
                differences.Add($"{path}: has digest {found}, the manifest says {digest}: the file was changed after the run");
            }
        }

        differences.AddRange(present.Order(StringComparer.Ordinal).Select(path => $"{path}: is in the folder but not in the manifest"));
        return differences.ToImmutable();
    }

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => path != EvidenceFolder.Manifest)
            .Order(StringComparer.Ordinal);

    private static List<(string Path, string Digest)> Read(string manifest)
    {
        var entries = new List<(string, string)>();
        var number = 0;
        foreach (var line in File.ReadLines(manifest))
        {
            number++;
            if (line.Length < 67 || line[64] != ' ' || line.AsSpan(0, 64).ContainsAnyExcept(LowerHex))
            {
                throw new EvidenceException($"{manifest}:{number}: found '{line}', expected 64 hexadecimal digits, two blanks and a path.");
            }

            entries.Add((line[66..], line[..64]));
        }

        return entries;
    }
}
