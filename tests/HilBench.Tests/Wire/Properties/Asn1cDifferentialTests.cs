using HilBench.Asn1;
using HilBench.Benchmarks.Asn1c;
using HilBench.Tests.Wire.Vectors;
using R1 = HilBench.Wire.Etsi.Release1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>Debian's asn1c, from the same modules, and we agree on random values in both directions.</summary>
[Category("Peer")]
internal sealed class Asn1cDifferentialTests
{
    private const int Values = 2000;

    private string _folder = "";

    [SetUp]
    public void CreateFolder()
    {
        if (Asn1cCodec.Missing() is { } remedy)
        {
            Peers.Missing("asn1c or gcc is not installed", remedy);
        }

        _folder = Directory.CreateTempSubdirectory("hilbench-asn1c-").FullName;
    }

    [TearDown]
    public void DeleteFolder()
    {
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public void Asn1c_and_we_agree_on_CAM() =>
        Check<R1.CAM>("CAM", "etsi-r1/CAM-PDU-Descriptions.asn", "etsi-r1/ITS-Container.asn");

    [Test]
    public void Asn1c_and_we_agree_on_DENM() =>
        Check<R1.DENM>("DENM", "etsi-r1/DENM-PDU-Descriptions.asn", "etsi-r1/ITS-Container.asn");

    [Test]
    public void Asn1c_and_we_agree_on_every_frame_of_CSAE_53() => Check<HilBench.Wire.Csae.Day1.MessageFrame>("MessageFrame", Modules("csae53-2020"));

    [Test]
    public void Asn1c_and_we_agree_on_every_frame_of_CSAE_53_of_2017() =>
        Check<HilBench.Wire.Csae.Day1Edition2017.MessageFrame>("MessageFrame", Modules("csae53-2017"));

    private static string[] Modules(string set) =>
        [.. Directory.GetFiles(Repository.PathOf("fixtures/asn1/" + set), "*.asn").Order(StringComparer.Ordinal).Select(path => $"{set}/{Path.GetFileName(path)}")];

    private void Check<T>(string type, params string[] modules)
        where T : class, IUperType<T>
    {
        var asn1c = Asn1cCodec.Build(
            _folder, Repository.PathOf("tests/HilBench.Benchmarks/Asn1c/driver.c"), type, [.. modules.Select(module => Repository.PathOf("fixtures/asn1/" + module))]);
        var codec = MessageCodec.Uper<T>();
        var random = new Random(3);
        var values = new List<byte[]>();
        while (values.Count < Values)
        {
            // asn1c 0.9.28 refuses alternatives and enumerated values that it does not know, and drops unknown additions.
            var value = RandomMessages.Next(codec, random);
            if (XerForm.Has(value))
            {
                values.Add(codec.Encode(value!));
            }
        }

        Ours<T>(values, asn1c.Check(values));
        TestContext.Out.WriteLine($"{type}: {Values} values of ours: asn1c reads all of them as we do and encodes them to the same bits");

        var damaged = values.ConvertAll(value => Damaged(value, random));
        var (read, accepted) = Theirs<T>(asn1c.Check(damaged));
        TestContext.Out.WriteLine($"{type}: {damaged.Count} damaged messages: asn1c reads {accepted} of them, and we read what it encodes of them as it does ({read})");
        Assert.That(accepted, Is.GreaterThan(Values / 20));
    }

    private static void Ours<T>(List<byte[]> values, IReadOnlyList<Asn1cAnswer> answers)
        where T : class, IUperType<T>
    {
        for (var i = 0; i < values.Count; i++)
        {
            var hexadecimal = Convert.ToHexString(values[i]);
            var tree = new DecodeTree();
            UperDecoding.Decode<T>(values[i], tree);
            Assert.That(answers[i].Encoded, Is.Not.Null, $"asn1c refuses {hexadecimal}");
            Assert.That(XerComparison.Differences(answers[i].Xer, tree.Root!), Is.Empty, hexadecimal);
            Assert.That(answers[i].Encoded, Is.EqualTo(values[i]), hexadecimal);
        }
    }

    private static (int Read, int Accepted) Theirs<T>(IReadOnlyList<Asn1cAnswer> answers)
        where T : class, IUperType<T>
    {
        var (read, accepted) = (0, 0);
        foreach (var answer in answers.Where(answer => answer.Encoded is { Length: > 0 }))
        {
            accepted++;
            var tree = new DecodeTree();
            var decoded = UperDecoding.Decode<T>(answer.Encoded!, tree);
            Assert.That(XerComparison.Differences(answer.Xer, tree.Root!), Is.Empty, Convert.ToHexString(answer.Encoded!));
            if (decoded.Violations.Count == 0)
            {
                Assert.That(decoded.Value.Encode(), Is.EqualTo(answer.Encoded));
                read++;
            }
        }

        return (read, accepted);
    }

    private static byte[] Damaged(byte[] message, Random random)
    {
        var octets = message.ToArray();
        for (var flips = random.Next(1, 4); flips > 0; flips--)
        {
            octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        }

        return octets;
    }
}
