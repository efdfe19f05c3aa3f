namespace HilBench.Wire.Decoding;

/// <summary>Why a message could not be read to its end.</summary>
/// <param name="Protocol">Protocol that was being read; empty when nothing was recognised.</param>
/// <param name="Path">Dotted path of ASN.1 member names with list indices; empty where there is none.</param>
/// <param name="BitOffset">Bits from the first octet of the protocol's layer.</param>
/// <param name="Message">What was found, what was expected and, where there is one, the remedy.</param>
public sealed record MessageFault(string Protocol, string Path, int BitOffset, string Message)
{
    /// <summary>One line with the place: <c>SAE J2735, value.coreData.lat, bit 116: …</c>.</summary>
    public override string ToString() =>
        Protocol.Length == 0 ? Message : $"{Protocol}{(Path.Length == 0 ? string.Empty : ", " + Path)}, bit {BitOffset}: {Message}";
}
