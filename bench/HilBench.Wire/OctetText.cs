using System.Text;
using System.Text.Unicode;

namespace HilBench.Wire;

/// <summary>Text that a device states in octets.</summary>
public static class OctetText
{
    /// <summary>The text where the octets are UTF-8; else upper-case hexadecimal, so that nothing of them is lost and no two are taken for one another.</summary>
    public static string Of(ReadOnlySpan<byte> octets) => Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : Convert.ToHexString(octets);
}
