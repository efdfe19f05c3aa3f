using HilBench.Asn1;
using HilBench.Wire.Ieee1609.Dot2;

namespace HilBench.Wire.Decoding;

/// <summary>IEEE 1609.2 and TS 103 097 data that is not just unsecured: the whole envelope, and the message in a signed one.</summary>
internal sealed partial class MessageSearch
{
    private bool TrySecured(ReadOnlyMemory<byte> octets, int? offset)
    {
        var tree = new DecodeTree();
        try
        {
            var decoded = OerDecoding.Decode<Ieee1609Dot2Data>(octets.Span, tree);
            Add(Dot2Protocol, offset, octets.Length, tree.Root, decoded.Violations);
            if (decoded.Value.Content is Ieee1609Dot2Content.SignedData { Value.TbsData.Payload.Data.Content: Ieee1609Dot2Content.UnsecuredData inner })
            {
                Assume("the signature is shown, not verified");
                ReadPayload(inner.Value.Span.ToArray(), offset: null, "the signed IEEE 1609.2 data");
            }
            else
            {
                Fail(Dot2Protocol, 8, $"the content is {tree.Root?.Children.ElementAtOrDefault(1)?.Children.ElementAtOrDefault(0)?.Name ?? "unknown"}: it holds no message that can be read");
            }
        }
        catch (Asn1ContentException fault)
        {
            Add(Dot2Protocol, offset, octets.Length, tree.Root);
            _fault = new MessageFault(Dot2Protocol, fault.Path, fault.BitOffset, fault.Reason);
        }

        return true;
    }
}
