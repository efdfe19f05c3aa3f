using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>Holds the UPER codecs of every family against messages that others made or recorded and decoded.</summary>
internal sealed class VectorTests
{
    private static readonly VectorFile[] Files =
    [
        new("j2735_public.csv", VectorSchema.Of<HilBench.Wire.J2735.MessageFrame>(), 304),
        new("generated_j2735-2024.csv", VectorSchema.Of<HilBench.Wire.J2735.MessageFrame>(), 642),
        new("etsi_public.csv", VectorSchema.Of<HilBench.Wire.Etsi.Release1.CAM>(), 21),
        new("generated_etsi-r1.csv", VectorSchema.Of<HilBench.Wire.Etsi.Release1.CAM>(), 270),
        new("generated_etsi-r2-asn1csem.csv", VectorSchema.Of<HilBench.Wire.Etsi.Release2.CAM>(), 120),
        new("generated_etsi-r2.csv", VectorSchema.Of<HilBench.Wire.Etsi.Release2.CAM>(), 72),
        new("csae_public.csv", VectorSchema.Of<HilBench.Wire.Csae.Day1Draft2019.MessageFrame>(), 8),
        new("generated_csae53-2020.csv", VectorSchema.Of<HilBench.Wire.Csae.Day1.MessageFrame>(), 150),
        new("generated_csae53-2017.csv", VectorSchema.Of<HilBench.Wire.Csae.Day1Edition2017.MessageFrame>(), 150),
        new("generated_csae53-2019draft.csv", VectorSchema.Of<HilBench.Wire.Csae.Day1Draft2019.MessageFrame>(), 150),
        new("generated_csae157-2020.csv", VectorSchema.Of<HilBench.Wire.Csae.Day2.MessageFrame>(), 180),
    ];

    [TestCaseSource(nameof(Files))]
    public void Every_vector_decodes_to_what_an_independent_decoder_saw_and_encodes_to_the_same_bits(VectorFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var results = MessageVector.ReadAll(file.Name).Select(vector => Check(file, vector)).ToArray();

        VectorTable.Print(results);
        foreach (var exception in VectorExceptions.All.Where(exception => exception.File == file.Name))
        {
            TestContext.Out.WriteLine($"exception {exception.Id}: {exception.Reason}");
        }

        Assert.That(results, Has.Length.AtLeast(file.Count), "vectors that were checked");
        Assert.That(results.SelectMany(result => result.Faults), Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Every_exception_names_a_vector_and_is_needed(VectorFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var vectors = MessageVector.ReadAll(file.Name).ToDictionary(vector => vector.Id, StringComparer.Ordinal);

        foreach (var exception in VectorExceptions.All.Where(exception => exception.File == file.Name))
        {
            Assert.That(vectors, Does.ContainKey(exception.Id));
            Assert.That(Plain(file, vectors[exception.Id]).Faults, Is.Not.Empty, exception.Id);
        }
    }

    private static VectorResult Check(VectorFile file, MessageVector vector)
    {
        var result = Plain(file, vector);
        return VectorExceptions.Of(vector) is not { } exception ? result
            : exception.Holds(vector, result) ? result with { Faults = [] }
            : result with { Faults = [$"{vector.Id}: not true any more: {exception.Reason}", .. result.Faults] };
    }

    private static VectorResult Plain(VectorFile file, MessageVector vector)
    {
        if (file.Schema.TypeOf(vector) is null)
        {
            return new VectorResult(vector, null, false, [$"{vector.Id}: the schema has no {vector.Message}"]);
        }

        VectorDecoding decoding;
        try
        {
            decoding = file.Schema.Decode(vector);
        }
        catch (Asn1ContentException exception)
        {
            return new VectorResult(vector, null, false, [string.Create(CultureInfo.InvariantCulture, $"{vector.Id} ({vector.Message}): {exception.Message}")]);
        }

        var differences = vector.IsXer
            ? XerComparison.Differences(vector.Expected, decoding.Tree).Select(difference => $"{vector.Id}: {difference}").ToArray()
            : [];
        return new VectorResult(vector, decoding, differences.Length == 0, [.. differences, .. FaultsOfEncoding(vector, decoding)]);
    }

    private static IEnumerable<string> FaultsOfEncoding(MessageVector vector, VectorDecoding decoding)
    {
        var violations = decoding.Violations.Select(violation => $"{vector.Id}: {violation}");
        return decoding.Encoded.AsSpan().SequenceEqual(vector.Octets) ? violations : [.. violations, $"{vector.Id}: encoded again: {decoding.Refusal ?? Convert.ToHexString(decoding.Encoded)}"];
    }
}
