using System.Globalization;

namespace HilBench.Asn1;

/// <summary>The octets are no encoding of the type: the only exception a decoder throws because of content.</summary>
public sealed class Asn1ContentException : Exception
{
    /// <summary>Creates the exception without a place.</summary>
    public Asn1ContentException()
        : this("The content is no encoding of the type.")
    {
    }

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What was expected and what was found.</param>
    public Asn1ContentException(string message)
        : base(message) => Path = string.Empty;

    /// <summary>Creates the exception without a place.</summary>
    /// <param name="message">What was expected and what was found.</param>
    /// <param name="innerException">The cause.</param>
    public Asn1ContentException(string message, Exception innerException)
        : base(message, innerException) => Path = string.Empty;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what was found, without the place.</param>
    /// <param name="path">Dotted path of ASN.1 member names with list indices; empty for the message itself.</param>
    /// <param name="bitOffset">Bits from the start of the message, 0 = most significant bit of the first octet.</param>
    public Asn1ContentException(string message, string path, int bitOffset)
        : base(Compose(message, path, bitOffset))
    {
        Reason = message;
        Path = path;
        BitOffset = bitOffset;
    }

    /// <summary>What was expected and what was found, without the place.</summary>
    public string Reason { get; } = string.Empty;

    /// <summary>Dotted path of ASN.1 member names with list indices; empty for the message itself.</summary>
    public string Path { get; }

    /// <summary>Bits from the start of the message.</summary>
    public int BitOffset { get; }

    private static string Compose(string message, string path, int bitOffset) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(path.Length == 0 ? "message" : path)} at bit {bitOffset} (octet {bitOffset / 8}): {message}");
}
