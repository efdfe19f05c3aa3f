using CsCheck;
using HilBench.Asn1;

namespace HilBench.Tests.Asn1;

/// <summary>What is written in COER is read again, without a violation and to the last octet.</summary>
internal sealed class OerRoundTripTests
{
    private const int Samples = 2_000;

    private static readonly Gen<(long Lower, long Upper)> Ranges = Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, 56], (a, b, shift) =>
        (Math.Min(a >> shift, b >> shift), Math.Max(a >> shift, b >> shift)));

    private static readonly Gen<(int Lower, int Upper, bool IsExtensible)> Sizes =
        Gen.Select(Gen.Int[0, 20], Gen.Int[-1, 40], Gen.Bool, (lower, upper, isExtensible) => (lower, upper < lower ? -1 : upper, isExtensible));

    [Test]
    public void Numbers_in_their_range() => Gen.Select(Ranges, Gen.Double[0, 1]).Sample(
        (range, where) =>
        {
            var value = Math.Clamp((long)(range.Lower + (Int128)((double)((Int128)range.Upper - range.Lower) * where)), range.Lower, range.Upper);
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            Oer.WriteInteger(ref writer, "v", value, range.Lower, range.Upper);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(Oer.ReadInt64(ref reader, ref trace, "v", "INTEGER", range.Lower, range.Upper), Is.EqualTo(value));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
            Assert.That(writer.Position, Is.AnyOf(8, 16, 32, 64));
        },
        iter: Samples);

    [Test]
    public void Numbers_of_variable_size_are_in_the_fewest_octets() => Gen.Select(Gen.Long, Gen.Int[0, 63], Gen.Bool).Sample(
        (value, shift, isSigned) =>
        {
            value = isSigned ? value >> shift : (long)((ulong)value >> Math.Max(1, shift));
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            Oer.WriteInteger(ref writer, "v", value, octets: 0, isSigned, lower: null, upper: null, extensible: false);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(
                Oer.ReadInteger(ref reader, ref trace, "v", "INTEGER", octets: 0, isSigned, lower: null, upper: null, extensible: false),
                Is.EqualTo(value));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Bit_and_octet_strings_of_every_size() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 7], Sizes).Sample(
        (octets, cut, size) =>
        {
            var bits = new BitString(octets, Math.Max(0, (octets.Length * 8) - cut));
            var text = new OctetString(octets);
            var buffer = new byte[1000];
            var writer = new BitWriter(buffer);
            var (lower, upper) = size.IsExtensible ? (size.Lower, size.Upper) : (0, -1);
            Oer.WriteBitString(ref writer, "v", bits, lower, upper, size.IsExtensible);
            Oer.WriteOctetString(ref writer, "v", text, text.Length, text.Length, extensible: false);
            Oer.WriteOctetString(ref writer, "v", text, lower, upper, size.IsExtensible);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(Oer.ReadBitString(ref reader, ref trace, "v", "BIT STRING", lower, upper, size.IsExtensible), Is.EqualTo(bits));
            Assert.That(Oer.ReadOctetString(ref reader, ref trace, "v", "OCTET STRING", text.Length, text.Length, extensible: false), Is.EqualTo(text));
            Assert.That(Oer.ReadOctetString(ref reader, ref trace, "v", "OCTET STRING", lower, upper, size.IsExtensible), Is.EqualTo(text));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Enumerations_keep_values_without_a_name() => Gen.Int.Where(value => value > int.MinValue + 10).Sample(
        value =>
        {
            int[] numbers = [5, 1, 900, -7];
            string[] names = ["a", "b", "c", "d"];
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            var unknown = (uint)value < 4 ? int.MinValue + value : value;
            var sent = Array.IndexOf(numbers, value) is >= 0 and var known ? known : unknown;
            Oer.WriteEnumerated(ref writer, "v", sent, numbers, extensible: true);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(Oer.ReadEnumerated(ref reader, ref trace, "v", "E", names, numbers, extensible: true), Is.EqualTo(sent));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);

    [Test]
    public void Tags_of_every_class_and_number() => Gen.Int.Sample(
        tag =>
        {
            var buffer = new byte[16];
            var writer = new BitWriter(buffer);
            Oer.WriteTag(ref writer, tag);
            var reader = new BitReader(buffer);
            var trace = default(CountingTrace);

            Assert.That(Oer.ReadTag(ref reader, ref trace), Is.EqualTo(tag));
            Assert.That(trace.Violations, Is.Zero);
            Assert.That(reader.Position, Is.EqualTo(writer.Position));
        },
        iter: Samples);
}
