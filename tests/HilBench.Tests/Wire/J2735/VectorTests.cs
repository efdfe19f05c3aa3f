using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.J2735;

/// <summary>Holds the J2735 codec against messages that others made or recorded and decoded.</summary>
internal sealed class VectorTests
{
    private const string Public = "j2735_public.csv";
    private const string Generated = "generated_j2735-2024.csv";

    // The public file holds 304 vectors of all J2735 messages; 165 of them are BSM, SPAT and MAP, in a frame or bare.
    private const int PublicVectors = 304;
    private const int PublicVectorsOfTheSchema = 165;
    private const int GeneratedVectorsOfTheSchema = 54;

    private static readonly VectorException[] Exceptions =
    [
        VectorException.TrailingOctets("j2735_public.csv#119", 56, "the tail of a longer buffer, itself a part of another BSM"),
        VectorException.TrailingOctets("j2735_public.csv#121", 2, "the carriage return and line feed that end the sample file"),
        VectorException.TrailingOctets("j2735_public.csv#122", 1, "the line feed that ends the sample file"),
    ];

    [TestCase(Public, PublicVectorsOfTheSchema)]
    [TestCase(Generated, GeneratedVectorsOfTheSchema)]
    public void Every_BSM_SPAT_and_MAP_vector_decodes_to_what_asn1c_printed_and_encodes_to_the_same_bits(string file, int least)
    {
        var results = MessageVector.ReadAll(file).Where(VectorDecoding.Covers).Select(Check).ToArray();

        TestContext.Out.WriteLine($"{"message",-26} {"vectors",8} {"decoded",8} {"equal",8} {"re-encoded equal",17}");
        foreach (var group in results.GroupBy(result => result.Vector.Message, StringComparer.Ordinal).Append(results.GroupBy(_ => "all", StringComparer.Ordinal).First()))
        {
            TestContext.Out.WriteLine(
                $"{group.Key,-26} {group.Count(),8} {group.Count(result => result.Decoding is not null),8} {group.Count(result => result.IsEqual),8} {group.Count(result => result.IsSameOctets),17}");
        }

        foreach (var exception in Exceptions.Where(exception => exception.Id.StartsWith(file, StringComparison.Ordinal)))
        {
            TestContext.Out.WriteLine($"exception {exception.Id}: {exception.Reason}");
        }

        Assert.That(results, Has.Length.AtLeast(least), "vectors that were checked");
        Assert.That(results.SelectMany(result => result.Faults), Is.Empty);
    }

    [Test]
    public void Every_exception_names_a_vector_and_is_needed()
    {
        var vectors = MessageVector.ReadAll(Public).Concat(MessageVector.ReadAll(Generated)).ToDictionary(vector => vector.Id, StringComparer.Ordinal);

        foreach (var exception in Exceptions)
        {
            Assert.That(vectors, Does.ContainKey(exception.Id));
            Assert.That(VectorDecoding.Of(vectors[exception.Id]).Encoded, Is.Not.EqualTo(vectors[exception.Id].Octets), exception.Id);
        }
    }

    [Test]
    public void A_frame_with_any_other_message_keeps_its_octets_and_encodes_to_the_same_bits()
    {
        var all = MessageVector.ReadAll(Public);
        var others = all.Concat(MessageVector.ReadAll(Generated)).Where(vector => vector.IsFramed && !VectorDecoding.Covers(vector)).ToArray();

        Assert.That(all, Has.Count.AtLeast(PublicVectors));
        Assert.That(others, Has.Length.AtLeast(600));
        foreach (var vector in others)
        {
            var decoding = VectorDecoding.Of(vector);
            Assert.That(((MessageFrame)decoding.Value).Value, Is.TypeOf<UnknownOpenType>(), vector.Id);
            Assert.That(FaultsOfEncoding(vector, decoding), Is.Empty);
        }

        var bare = all.Count(vector => !vector.IsFramed && !VectorDecoding.Covers(vector));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{others.Length} frames of other messages; {bare} public vectors are other messages without a frame, of which the schema holds nothing"));
    }

    private static Result Check(MessageVector vector)
    {
        VectorDecoding decoding;
        try
        {
            decoding = VectorDecoding.Of(vector);
        }
        catch (Asn1ContentException exception)
        {
            return new Result(vector, null, false, false, [$"{vector.Id}: {exception.Message}"]);
        }

        var differences = XerComparison.Differences(vector.Expected, decoding.Tree).Select(difference => $"{vector.Id}: {difference}").ToList();
        var isEqual = differences.Count == 0;
        var isSame = decoding.Encoded.AsSpan().SequenceEqual(vector.Octets);
        return new Result(vector, decoding, isEqual, isSame, [.. differences, .. FaultsOfEncoding(vector, decoding)]);
    }

    private static IEnumerable<string> FaultsOfEncoding(MessageVector vector, VectorDecoding decoding)
    {
        if (Exceptions.FirstOrDefault(exception => exception.Id == vector.Id) is { } exception)
        {
            return exception.Holds(vector, decoding) ? [] : [$"{vector.Id}: not true any more: {exception.Reason}"];
        }

        var violations = decoding.Violations.Select(violation => $"{vector.Id}: {violation}");
        return decoding.Encoded.AsSpan().SequenceEqual(vector.Octets) ? violations : [.. violations, $"{vector.Id}: encoded again: {Convert.ToHexString(decoding.Encoded)}"];
    }

    private sealed record Result(MessageVector Vector, VectorDecoding? Decoding, bool IsEqual, bool IsSameOctets, IReadOnlyList<string> Faults);
}
