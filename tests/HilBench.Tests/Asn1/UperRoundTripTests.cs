using CsCheck;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1;

/// <summary>What is written is read again, at every bit position, whatever stands around it.</summary>
internal sealed class UperRoundTripTests
{
    private const int Samples = 2_000;

    private static readonly Gen<(long Lower, long Upper)> Ranges = Gen.Select(Gen.Long, Gen.Long, (a, b) => (Math.Min(a, b), Math.Max(a, b)));

    private static readonly Gen<(int Lower, int Upper, bool IsExtensible)> Sizes =
        Gen.Select(Gen.Int[0, 20], Gen.Int[-1, 40], Gen.Bool, (lower, upper, isExtensible) => (lower, upper < lower ? -1 : upper, isExtensible));

    [Test]
    public void Bits_of_every_width_at_every_position() => Gen.Select(Gen.Int[0, 64], Gen.ULong, Gen.Int[0, 64]).Array[1, 20].Sample(
        parts =>
        {
            var writer = new BitWriter(new byte[400]);
            var buffer = new byte[400];
            writer = new BitWriter(buffer);
            foreach (var (before, value, width) in parts)
            {
                writer.WriteBits(0, before);
                writer.WriteBits(Masked(value, width), width);
            }

            var reader = new BitReader(buffer);
            foreach (var (before, value, width) in parts)
            {
                Assert.That(reader.ReadBits(before), Is.Zero);
                Assert.That(reader.ReadBits(width), Is.EqualTo(Masked(value, width)));
            }

            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Numbers_in_their_range() => Gen.Select(Ranges, Gen.Double[0, 1], Gen.Int[0, 7]).Sample(
        (range, where, shift) =>
        {
            var value = (long)(range.Lower + (Int128)((double)((Int128)range.Upper - range.Lower) * where));
            value = Math.Clamp(value, range.Lower, range.Upper);
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            writer.WriteBits(0, shift);
            Uper.WriteInteger(ref writer, "v", value, range.Lower, range.Upper);
            var reader = At(buffer, shift);
            var trace = default(CountingTrace);

            Assert.That(Uper.ReadInt64(ref reader, ref trace, "v", "INTEGER", range.Lower, range.Upper), Is.EqualTo(value));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Numbers_with_open_or_extensible_ranges() => Gen.Select(Gen.Long, Ranges, Gen.Int[0, 2], Gen.Int[0, 7]).Sample(
        (value, range, form, shift) =>
        {
            long? lower = form == 0 ? null : Math.Min(range.Lower, form == 1 ? value : long.MaxValue);
            long? upper = form == 2 ? range.Upper : null;
            var buffer = new byte[24];
            var writer = new BitWriter(buffer);
            writer.WriteBits(0, shift);
            Uper.WriteInteger(ref writer, "v", value, lower, upper, isExtensible(form));
            var reader = At(buffer, shift);
            var trace = default(CountingTrace);

            Assert.That(Uper.ReadInteger(ref reader, ref trace, "v", "INTEGER", lower, upper, isExtensible(form)), Is.EqualTo(value));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));

            static bool isExtensible(int form) => form == 2;
        },
        iter: Samples);

    [Test]
    public void Bit_and_octet_strings_of_every_size() => Gen.Select(Gen.Byte.Array[0, 60], Gen.Int[0, 7], Sizes, Gen.Int[0, 7]).Sample(
        (octets, cut, size, shift) =>
        {
            var bits = new BitString(octets, Math.Max(0, (octets.Length * 8) - cut));
            var text = new OctetString(octets);
            var buffer = new byte[400];
            var writer = new BitWriter(buffer);
            writer.WriteBits(0, shift);
            var (lower, upper) = size.IsExtensible ? (size.Lower, size.Upper) : (0, -1);
            Uper.WriteBitString(ref writer, "v", bits, lower, upper, size.IsExtensible);
            Uper.WriteOctetString(ref writer, "v", text, lower, upper, size.IsExtensible);
            var reader = At(buffer, shift);
            var trace = default(CountingTrace);

            Assert.That(Uper.ReadBitString(ref reader, ref trace, "v", "BIT STRING", lower, upper, size.IsExtensible), Is.EqualTo(bits));
            Assert.That(Uper.ReadOctetString(ref reader, ref trace, "v", "OCTET STRING", lower, upper, size.IsExtensible), Is.EqualTo(text));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Enumerations_with_and_without_additions() => Gen.Select(Gen.Int[1, 300], Gen.Int[0, 100_000], Gen.Bool).Sample(
        (rootCount, value, isExtensible) =>
        {
            var number = isExtensible ? value : value % rootCount;
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            Uper.WriteEnumerated(ref writer, "v", number, rootCount, isExtensible);
            Uper.WriteChoice(ref writer, number, rootCount, isExtensible);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(Uper.ReadEnumerated(ref reader, ref trace, "v", "E", [], rootCount, isExtensible), Is.EqualTo(number));
            Assert.That(Uper.ReadChoice(ref reader, rootCount, isExtensible), Is.EqualTo(number));
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Object_identifiers() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 39], Gen.Long[0, long.MaxValue].Array[0, 6]).Sample(
        (first, second, arcs) =>
        {
            var dotted = string.Join('.', [first, second, .. arcs]);
            var relative = ObjectIdentifier.ParseRelative(dotted);

            Assert.That(ObjectIdentifier.Parse(dotted).ToString(), Is.EqualTo(dotted));
            Assert.That(relative.ToString(), Is.EqualTo(dotted));
            Assert.That(relative.IsWellFormed, Is.True);
        },
        iter: Samples);

    private static ulong Masked(ulong value, int width) => width == 64 ? value : value & ((1UL << width) - 1);

    private static BitReader At(byte[] buffer, int bit)
    {
        var reader = new BitReader(buffer);
        reader.ReadBits(bit);
        return reader;
    }
}
