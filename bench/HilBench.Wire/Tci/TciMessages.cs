using System.Diagnostics.CodeAnalysis;
using HilBench.Asn1;

namespace HilBench.Wire.Tci;

/// <summary>Reads and writes messages of the Test Control Interface in either encoding.</summary>
public static class TciMessages
{
    /// <summary>UDP port on which a device under test listens.</summary>
    public const int Port = 13_001;

    /// <summary>The version that the module of this interface has.</summary>
    public const int Version = TCIMsgVersionValues.CurrentVersion;

    /// <summary>The octets of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="encoding">The agreed encoding.</param>
    /// <exception cref="Asn1EncodeException">A value breaks its constraint.</exception>
    public static byte[] Encode(TCIMsg message, TciEncoding encoding)
    {
        ArgumentNullException.ThrowIfNull(message);
        return encoding == TciEncoding.Uper ? message.Encode() : message.EncodeOer();
    }

    /// <summary>Reads a message.</summary>
    /// <param name="octets">All of it.</param>
    /// <param name="encoding">The agreed encoding.</param>
    /// <param name="message">The message; it keeps to every constraint.</param>
    /// <param name="error">Why it is none, or which constraint it breaks.</param>
    public static bool TryDecode(ReadOnlySpan<byte> octets, TciEncoding encoding, [NotNullWhen(true)] out TCIMsg? message, [NotNullWhen(false)] out WireError? error)
    {
        const int BitsPerOctet = 8;
        message = null;
        error = null;
        try
        {
            var decoded = encoding == TciEncoding.Uper ? UperDecoding.Decode<TCIMsg>(octets) : OerDecoding.Decode<TCIMsg>(octets);
            if (decoded.Violations.Count == 0)
            {
                message = decoded.Value;
                return true;
            }

            var violation = decoded.Violations[0];
            error = new WireError($"{violation.Path} is {violation.Found}, rule {violation.Rule}", violation.BitOffset / BitsPerOctet);
        }
        catch (Asn1ContentException fault)
        {
            error = new WireError($"{fault.Path}: {fault.Reason}", fault.BitOffset / BitsPerOctet);
        }

        return false;
    }

    /// <summary>A PSID as the interface writes it: 0 to 127 in one alternative, and so on by length.</summary>
    /// <param name="psid">0 to 0x1020407F.</param>
    /// <exception cref="ArgumentOutOfRangeException">No PSID is so great.</exception>
    public static VarLengthNumber Psid(uint psid)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(psid, Ieee1609.Psid.Greatest);
        return psid switch
        {
            < 0x80 => new VarLengthNumber.Content((int)psid),
            < 0x4080 => new VarLengthNumber.Extension(new Ext1.Content((int)psid)),
            < 0x20_4080 => new VarLengthNumber.Extension(new Ext1.Extension(new Ext2.Content((int)psid))),
            _ => new VarLengthNumber.Extension(new Ext1.Extension(new Ext2.Extension(psid))),
        };
    }
}
