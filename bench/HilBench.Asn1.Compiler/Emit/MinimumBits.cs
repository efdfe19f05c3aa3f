using System.Numerics;
using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The fewest bits a value of a type takes: what bounds the number of items a message can claim to hold.</summary>
internal sealed class MinimumBits
{
    private const int Rounds = 8;

    private readonly Dictionary<DeclaredType, int> _bits = [];

    /// <summary>Begins with nothing and lets the sums grow; each round is a lower bound, also for types that contain themselves.</summary>
    public MinimumBits(IReadOnlyList<DeclaredType> types)
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
        BooleanType => 1,
        IntegerType { IsConstrained: true } integer => WidthOf((integer.Upper - integer.Lower)!.Value),
        IntegerType { IsExtensible: true } integer => 1 + (integer.Lower is null || integer.Upper is null ? 16 : WidthOf((integer.Upper - integer.Lower)!.Value)),
        IntegerType => 16,
        BitStringType bits => Of(bits.Size, 1),
        OctetStringType octets => Of(octets.Size, 8),
        TextType text => Of(text.Size, text.Bits),
        OctetTextType or ObjectIdentifierType => 8,
        OpenType => 8,
        _ => 0,
    };

    private static int WidthOf(BigInteger range)
    {
        var width = 0;
        while (range >> width != 0)
        {
            width++;
        }

        return width;
    }

    private static int Of(SizeBounds size, int itemBits)
    {
        // Outside an extensible root: the marker's bit and a length of one octet.
        var root = (size.IsConstrained || size.Upper is >= 0 and < 65536 ? WidthOf(size.Upper - size.Lower) : 8)
            + (int)Math.Min((long)size.Lower * itemBits, ushort.MaxValue);
        return size.IsExtensible ? 1 + Math.Min(root, 8) : root;
    }

    private int Sum(DeclaredType type) => type switch
    {
        SequenceType sequence => (sequence.IsExtensible ? 1 : 0)
            + sequence.Root.Sum(member => member.HasPresenceBit ? 1 : Of(member.Type)),
        ChoiceType choice => OfChoice(choice),
        EnumeratedType enumerated => enumerated.IsExtensible
            ? 1 + Math.Min(7, WidthOf(enumerated.RootCount - 1))
            : WidthOf(enumerated.RootCount - 1),
        ListType list => Of(list.Size, Of(list.Element)),
        WrapperType wrapper => Of(wrapper.Inner),
        _ => 0,
    };

    private int OfChoice(ChoiceType choice)
    {
        var root = WidthOf(choice.RootCount - 1) + choice.Alternatives.Where(alternative => !alternative.IsAddition).Min(alternative => Of(alternative.Type));
        return choice.IsExtensible ? 1 + Math.Min(root, 15) : root;
    }
}
