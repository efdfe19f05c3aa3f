using HilBench.Wire.Tscbm;

namespace HilBench.Wire.Decoding;

/// <summary>Finds out what octets are, by the octets alone, and says what it assumed. A pure function: it throws for no content.</summary>
public static class MessageFinder
{
    private static readonly string[] Beginnings =
    [
        "\"Version=\" (immediate-forward text)",
        "CD 10 (TSCBM, 241 or 245 octets)",
        "an Ethernet header of type 88DC, 8947 or 88E2",
        "AA AA 03 00 00 00 and one of these types (LLC/SNAP)",
        "03 or 0B and a PSID (WSMP)",
        "01 before a WSMP (3GPP V2X family octet)",
        "03 80 to 03 83 (IEEE 1609.2)",
        "11 or 12 and 00 (GeoNetworking)",
        "02 and the number of an ETSI message (ITS PDU header)",
        "04 and a DSMP",
        "the number of a J2735 message in 15 bits: 00 12, 00 13, 00 14 … (MessageFrame)",
    ];

    /// <summary>Finds and decodes a message.</summary>
    /// <param name="octets">The octets: an Ethernet frame, a WSMP, an IEEE 1609.2 message, a J2735 MessageFrame, an immediate-forward text, a TSCBM.</param>
    /// <param name="family">What it is known to be; null to find out.</param>
    /// <returns>The protocols with their fields, the assumptions, and the fault when the message could not be read to its end.</returns>
    public static FoundMessage Find(ReadOnlyMemory<byte> octets, MessageFamily? family = null)
    {
        var search = new MessageSearch(octets);
        switch (family)
        {
            case MessageFamily.J2735:
                search.Assume("the family that was named, J2735: a MessageFrame from the first octet on");
                search.ReadFrame(octets, 0);
                break;
            case MessageFamily.Etsi:
                search.Assume("the family that was named, ETSI: GeoNetworking, or an ITS PDU header from the first octet on");
                if (!search.TryEthernet() && !search.TryLlcSnap() && !search.TryGeoNetworking(octets, 0))
                {
                    search.ReadItsPdu(octets, 0);
                }

                break;
            case MessageFamily.Csae or MessageFamily.Csae2017 or MessageFamily.Csae2019:
                search.Assume("the family that was named, T/CSAE: DSMP with or without its adaptation octet, or a MessageFrame from the first octet on");
                search.UseEdition(family.Value);
                if (!search.TryEthernet() && !search.TryLlcSnap() && !search.TryDsmp(octets, 0))
                {
                    search.ReadCsae(octets, 0);
                }

                break;
            case MessageFamily.Tci:
                search.Assume("the family that was named, TCI: a TCIMsg in OER from the first octet on");
                search.ReadTci(octets, isUper: false);
                break;
            case MessageFamily.TciUper:
                search.Assume("the family that was named, TCI: a TCIMsg in UPER from the first octet on");
                search.ReadTci(octets, isUper: true);
                break;
            default:
                Recognise(search, octets, isNamed: family is MessageFamily.Ieee1609);
                break;
        }

        return search.Result();
    }

    private static void Recognise(MessageSearch search, ReadOnlyMemory<byte> octets, bool isNamed)
    {
        if (search.TryEthernet() || search.TryLlcSnap() || search.TryFamilyOctet() || search.TryWsmp(octets, 0)
            || search.TryDot2(octets, 0) || search.TryGeoNetworking(octets, 0) || search.TryDsmp())
        {
            return;
        }

        if (isNamed)
        {
            search.Fail(string.Empty, 0, $"The octets begin with {Start(octets.Span)}; IEEE 1609 begins with 03 or 0B and a PSID (WSMP) or with 03 80 (unsecured IEEE 1609.2).");
        }
        else if (octets.Span is [0xCD, TscbmMessage.BlockCount, ..])
        {
            search.ReadTscbm();
        }
        else if (MessageSearch.IsImmediateForward(octets.Span))
        {
            search.ReadImmediateForward();
        }
        else if (MessageSearch.IsItsPdu(octets.Span))
        {
            search.Assume($"the first two octets {Start(octets.Span[..2])} are an ITS PDU header of ETSI, version 2");
            search.ReadItsPdu(octets, 0);
        }
        else if (MessageSearch.MessageIdOf(octets.Span) is { } id && J2735Messages.NameOf(id) is not null)
        {
            search.Assume($"the first two octets {Start(octets.Span[..2])} are messageId {id} of a J2735 MessageFrame");
            search.ReadFrame(octets, 0);
        }
        else
        {
            search.Fail(
                string.Empty,
                0,
                $"The octets begin with {Start(octets.Span)}, which no message known here does. Expected one of: {string.Join("; ", Beginnings)}. Name the family to read it all the same.");
        }
    }

    private static string Start(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
        {
            return "nothing";
        }

        var text = new List<string>();
        foreach (var octet in octets[..Math.Min(octets.Length, 4)])
        {
            text.Add(octet.ToString("X2", provider: null));
        }

        return string.Join(' ', text);
    }
}
