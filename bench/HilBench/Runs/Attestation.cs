using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HilBench.Rigs;

namespace HilBench.Runs;

/// <summary>What a device stated of itself before and after a run: its identity, versions and readable configuration.</summary>
/// <param name="Device">The device.</param>
/// <param name="Items">What it stated before the run.</param>
/// <param name="BeforeSha256">Digest of that, lower-case hexadecimal.</param>
/// <param name="AfterSha256">Digest of what it stated after the run; null when it did not.</param>
/// <param name="Differences">What was not the same; empty when the digests are equal.</param>
public sealed record Attestation(
    string Device,
    ImmutableArray<ConfigurationItem> Items,
    string BeforeSha256,
    string? AfterSha256,
    ImmutableArray<ConfigurationDifference> Differences)
{
    /// <summary>Whether the device was, as far as it states, the same before and after.</summary>
    public bool Holds => BeforeSha256 == AfterSha256;

    /// <summary>Compares what a device stated.</summary>
    /// <param name="device">The device.</param>
    /// <param name="before">What it stated before the run.</param>
    /// <param name="after">What it stated after the run; null when it did not.</param>
    public static Attestation Of(string device, ImmutableArray<ConfigurationItem> before, ImmutableArray<ConfigurationItem>? after) =>
        new(device, before, Digest(before), after is { } items ? Digest(items) : null, after is { } stated ? [.. Compare(before, stated)] : []);

    /// <summary>SHA-256 over name, zero octet, value and line feed of each item in UTF-8, in order.</summary>
    public static string Digest(ImmutableArray<ConfigurationItem> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in items)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{item.Name}\0{item.Value}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<ConfigurationDifference> Compare(ImmutableArray<ConfigurationItem> before, ImmutableArray<ConfigurationItem> after)
    {
        var values = after.GroupBy(item => item.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
        foreach (var item in before.DistinctBy(item => item.Name, StringComparer.Ordinal))
        {
            values.Remove(item.Name, out var value);
            if (value != item.Value)
            {
                yield return new ConfigurationDifference(item.Name, item.Value, value);
            }
        }

        foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return new ConfigurationDifference(name, null, value);
        }
    }
}
