using System.Numerics;
using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>Types whose encoding has one width, so that neighbours can be read and written as one number.</summary>
internal static class FixedLayout
{
    /// <summary>Bits of a number that the runtime reads at once.</summary>
    public const int LargestRun = 64;

    private const int DeepestNesting = 4;

    /// <summary>The width in bits of every value of a type; null when values differ in width, or are too wide for a run.</summary>
    public static int? WidthOf(SchemaType type) => WidthOf(type, 0);

    /// <summary>An expression that takes a value out of a number.</summary>
    /// <param name="type">A type that has a width.</param>
    /// <param name="run">C# name of the number.</param>
    /// <param name="shift">Bits behind the value.</param>
    public static string Read(SchemaType type, string run, int shift)
    {
        var width = WidthOf(type)!.Value;
        var bits = Bits(run, shift, width);
        return type switch
        {
            BooleanType => $"({run} & 0x{1UL << shift:X}UL) != 0",
            IntegerType { HasGaps: false } integer when IsFull(integer.Upper!.Value - integer.Lower!.Value, width) =>
                $"({integer.CsType})((long)({bits}) + {CsText.Number(integer.Lower.Value, "long")})",
            IntegerType integer =>
                $"A::Uper.FromOffset{(integer.CsType == "int" ? "32" : "64")}(ref reader, {bits}, {CsText.Number(integer.Lower!.Value, integer.CsType)}, {CsText.Number(integer.Upper!.Value, integer.CsType)})",
            EnumeratedType enumerated when IsFull(enumerated.RootCount - 1, width) => $"(S::{enumerated.CsName})(int)({bits})",
            EnumeratedType enumerated => $"(S::{enumerated.CsName})A::Uper.FromIndex(ref reader, {bits}, {CsText.Number(enumerated.RootCount)})",
            BitStringType => $"A::BitString.FromNumber({bits}, {CsText.Number(width)})",
            OctetStringType => $"A::OctetString.FromNumber({bits}, {CsText.Number(width / 8)})",
            SequenceType sequence => ReadSequence(sequence, run, shift + width),
            _ => throw new InvalidOperationException(type.Name),
        };
    }

    /// <summary>An expression of the number that a value is written as.</summary>
    /// <param name="type">A type that has a width.</param>
    /// <param name="name">ASN.1 name of the member, dotted when it is nested.</param>
    /// <param name="value">C# expression of the value.</param>
    public static string Write(SchemaType type, string name, string value)
    {
        var head = $"(ref writer, {CsText.Literal(name)}, ";
        return type switch
        {
            BooleanType => $"({value} ? 1UL : 0)",
            IntegerType integer =>
                $"A::Uper.ToOffset{head}{value}, {CsText.Number(integer.Lower!.Value, "long")}, {CsText.Number(integer.Upper!.Value, "long")})",
            EnumeratedType enumerated => $"A::Uper.ToIndex{head}(int){value}, {CsText.Number(enumerated.RootCount)})",
            BitStringType bits => $"A::Uper.ToNumber{head}{value}, {CsText.Number(bits.Size.Lower)})",
            OctetStringType octets => $"A::Uper.ToNumber{head}{value}, {CsText.Number(octets.Size.Lower)})",
            SequenceType sequence => WriteSequence(sequence, name, value),
            _ => throw new InvalidOperationException(type.Name),
        };
    }

    /// <summary>An expression of bits of a number.</summary>
    public static string Bits(string run, int shift, int width) =>
        width == LargestRun ? run : $"{(shift == 0 ? run : $"({run} >> {CsText.Number(shift)})")} & 0x{(1UL << width) - 1:X}UL";

    private static string ReadSequence(SequenceType sequence, string run, int behind)
    {
        var values = new List<string>();
        foreach (var member in sequence.Members)
        {
            behind -= WidthOf(member.Type)!.Value;
            values.Add($"{member.CsName} = {Read(member.Type, run, behind)}");
        }

        return $"new S::{sequence.CsName} {{ {string.Join(", ", values)} }}";
    }

    private static string WriteSequence(SequenceType sequence, string name, string value)
    {
        var behind = WidthOf(sequence)!.Value;
        var numbers = new List<string>();
        foreach (var member in sequence.Members)
        {
            behind -= WidthOf(member.Type)!.Value;
            var number = Write(member.Type, name + "." + member.Name, $"{value}.{member.CsName}");
            numbers.Add(behind == 0 ? number : $"{number} << {CsText.Number(behind)}");
        }

        return $"({string.Join(" | ", numbers)})";
    }

    private static int? WidthOf(SchemaType type, int depth)
    {
        var width = type switch
        {
            BooleanType => 1,
            IntegerType { IsConstrained: true, HasGaps: false, CsType: not "ulong" } integer => BitsOf((integer.Upper - integer.Lower)!.Value),
            EnumeratedType { IsExtensible: false } enumerated => BitsOf(enumerated.RootCount - 1),
            BitStringType { Size.IsExtensible: false } bits when bits.Size.Lower == bits.Size.Upper => bits.Size.Lower,
            OctetStringType { Size.IsExtensible: false } octets when octets.Size.Lower == octets.Size.Upper && octets.Size.Lower <= LargestRun / 8 => 8 * octets.Size.Lower,
            SequenceType { IsExtensible: false, IsRecursive: false } sequence when depth < DeepestNesting => SumOf(sequence, depth),
            _ => null,
        };
        return width is > 0 and <= LargestRun ? width : null;
    }

    private static int? SumOf(SequenceType sequence, int depth)
    {
        var sum = 0;
        foreach (var member in sequence.Members)
        {
            if (member.HasPresenceBit || WidthOf(member.Type, depth + 1) is not { } width)
            {
                return null;
            }

            sum += width;
        }

        return sum;
    }

    private static bool IsFull(BigInteger range, int width) => range == (BigInteger.One << width) - 1;

    private static int BitsOf(BigInteger range)
    {
        var width = 0;
        while (range >> width != 0)
        {
            width++;
        }

        return width;
    }
}
