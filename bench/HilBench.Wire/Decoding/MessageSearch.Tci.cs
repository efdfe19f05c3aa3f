using HilBench.Asn1;
using HilBench.Wire.Tci;

namespace HilBench.Wire.Decoding;

/// <summary>OmniAir's Test Control Interface, whose messages are not marked: they are told by their UDP port, 13001.</summary>
internal sealed partial class MessageSearch
{
    private const string TciProtocol = "OmniAir TCI v3";

    /// <summary>Reads a TCIMsg. The encoding is an agreement of both ends and is not guessed.</summary>
    public void ReadTci(ReadOnlyMemory<byte> octets, bool isUper)
    {
        var tree = new DecodeTree();
        IReadOnlyList<Violation> violations = [];
        try
        {
            violations = isUper ? UperDecoding.Decode<TCIMsg>(octets.Span, tree).Violations : OerDecoding.Decode<TCIMsg>(octets.Span, tree).Violations;
        }
        catch (Asn1ContentException fault)
        {
            _fault = new MessageFault(TciProtocol, fault.Path, fault.BitOffset, fault.Reason);
        }

        _name = nameof(TCIMsg);
        Add(TciProtocol, 0, octets.Length, tree.Root, violations, TciUnits.Describe);
    }
}
