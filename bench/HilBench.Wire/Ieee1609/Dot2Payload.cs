using HilBench.Asn1;
using HilBench.Wire.Ieee1609.Dot2;

namespace HilBench.Wire.Ieee1609;

/// <summary>The message inside 1609.2 data, without its security headers.</summary>
public static class Dot2Payload
{
    /// <summary>Takes the message out of unsecured data, or of signed data that holds unsecured data; the signature is not looked at.</summary>
    /// <param name="data">Ieee1609Dot2Data in canonical OER and nothing after it.</param>
    /// <param name="message">The message; a copy.</param>
    /// <returns>False for what is no 1609.2 data, or is encrypted.</returns>
    public static bool TryTake(ReadOnlySpan<byte> data, out byte[] message)
    {
        if (Dot2Data.TryUnwrap(data, out var unwrapped, out _))
        {
            message = unwrapped;
            return true;
        }

        message = [];
        try
        {
            if (OerDecoding.Decode<Ieee1609Dot2Data>(data).Value.Content is Ieee1609Dot2Content.SignedData
                {
                    Value.TbsData.Payload.Data.Content: Ieee1609Dot2Content.UnsecuredData inner,
                })
            {
                message = inner.Value.Span.ToArray();
                return true;
            }
        }
        catch (Asn1ContentException)
        {
            // Whoever asks only wants to know whether there is a message.
            return false;
        }

        return false;
    }
}
