using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The fewest bits a value of a type takes in OER: what bounds the number of items a message can claim to hold.</summary>
internal sealed class OerMinimumBits
{
    private const int Rounds = 8;

    private readonly Dictionary<DeclaredType, int> _bits = [];

    /// <summary>Begins with nothing and lets the sums grow; each round is a lower bound, also for types that contain themselves.</summary>
    public OerMinimumBits(IReadOnlyList<DeclaredType> types)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var type in types)
            {
                _bits[type] = Math.Min(Sum(type), ushort.MaxValue);
            }
        }
    }

    public int Of(SchemaType type) => type switch
    {
        DeclaredType declared => _bits.TryGetValue(declared, out var bits) ? bits : 0,
        NullType => 0,
        IntegerType integer => integer.Octets > 0 ? integer.Octets * 8 : 16,
        BitStringType bits => Of(bits.Size, 1, lengthBits: 16),
        OctetStringType octets => Of(octets.Size, 8, lengthBits: 8),
        TextType text => Of(text.Size, text.OctetBits, lengthBits: 8),
        _ => 8,
    };

    private static int Of(SizeBounds size, int itemBits, int lengthBits) =>
        (size.IsFixed ? 0 : lengthBits) + (size.IsExtensible ? 0 : (int)Math.Min((long)size.Lower * itemBits, ushort.MaxValue));

    private int Sum(DeclaredType type) => type switch
    {
        SequenceType sequence => (sequence.IsExtensible || sequence.Root.Any(member => member.HasPresenceBit) ? 8 : 0)
            + sequence.Root.Sum(member => member.HasPresenceBit ? 0 : Of(member.Type)),
        ChoiceType choice => 8 + (choice.IsExtensible
            ? Math.Min(8, choice.Alternatives.Where(alternative => !alternative.IsAddition).Min(alternative => Of(alternative.Type)))
            : choice.Alternatives.Min(alternative => Of(alternative.Type))),
        EnumeratedType => 8,
        ListType => 16,
        WrapperType wrapper => Of(wrapper.Inner),
        _ => 0,
    };
}
