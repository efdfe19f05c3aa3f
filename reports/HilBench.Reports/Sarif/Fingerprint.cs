using System.Security.Cryptography;
using System.Text;

namespace HilBench.Reports.Sarif;

/// <summary>What makes two results the same to a CI that compares runs.</summary>
internal static class Fingerprint
{
    /// <summary>
    /// SHA-256 over the parts, the first 8 octets in lower-case hexadecimal. Words of the message that hold a digit count as one and the same word, so that
    /// neither packet numbers nor times nor measured values make a known finding new.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="parts">What else tells results apart.</param>
    public static string Of(string message, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{part}\0"));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(WithoutNumbers(message)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static string WithoutNumbers(string message) =>
        string.Join(' ', message.Split(' ').Select(word => word.Any(char.IsAsciiDigit) ? "#" : word));
}
