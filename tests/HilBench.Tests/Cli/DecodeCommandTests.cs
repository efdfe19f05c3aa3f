using System.Text.Json;
using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Cli;

internal sealed class DecodeCommandTests
{
    private const int FirstBitOfLatitude = 82;
    private const int LastBitOfLatitude = 112;

    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-decode-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_sound_message_is_shown_field_by_field_with_bits_and_units()
    {
        var (code, output, error) = await Tool.RunAsync("decode", Hex(Bsm()));

        Assert.That((code, error), Is.EqualTo((0, string.Empty)));
        Assert.That(output, Does.Contain("BasicSafetyMessage").And.Match(@"82\.\.112 +lat +422997000 = 42\.2997"));
    }

    [Test]
    public async Task A_message_that_breaks_a_constraint_is_shown_with_it_and_fails()
    {
        var (code, output, _) = await Tool.RunAsync("decode", Hex(Broken()));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("✗").And.Contain("lat").And.Contain("secMark"), "decoding goes on");
    }

    [Test]
    public async Task Random_octets_are_told_with_what_was_expected_and_fail()
    {
        var octets = new byte[40];
        new Random(7).NextBytes(octets);

        var (code, output, error) = await Tool.RunAsync("decode", Hex(octets));

        Assert.That((code, error), Is.EqualTo((1, string.Empty)));
        Assert.That(output, Does.Contain($"The octets begin with {octets[0]:X2}").And.Contain("Expected one of"));
    }

    [Test]
    public async Task A_thousand_random_messages_never_throw_and_are_never_taken_for_sound()
    {
        var random = new Random(8);
        var lines = Enumerable.Range(0, 1000).Select(_ =>
        {
            var octets = new byte[random.Next(1, 80)];
            random.NextBytes(octets);
            return Hex(octets);
        });

        var (code, output, error) = await Tool.RunWithInputAsync(string.Join('\n', lines), "decode", "-", "--format", "jsonl");

        Assert.That((code, error), Is.EqualTo((1, string.Empty)));
        Assert.That(Lines(output), Has.Length.EqualTo(1000));
    }

    [TestCase("001", "hilbench: '001' is neither a file nor hexadecimal (3 hexadecimal digits, expected an even number: two for each octet)")]
    [TestCase("00x4", "hilbench: '00x4' is neither a file nor hexadecimal (column 3: found 'x', expected a hexadecimal digit)")]
    public async Task What_is_no_message_at_all_is_wrong_usage(string argument, string expected)
    {
        var (code, output, error) = await Tool.RunAsync("decode", argument);

        Assert.That((code, output, error.TrimEnd()), Is.EqualTo((64, string.Empty, expected)));
    }

    [Test]
    public async Task A_wrong_line_of_a_file_is_told_with_its_number_and_the_others_are_decoded()
    {
        var file = Write($"# recorded\n{Hex(Bsm())}\n00142\n{Hex(Bsm())}\n");

        var (code, output, error) = await Tool.RunAsync("decode", file, "--format", "jsonl");

        Assert.That(code, Is.EqualTo(64));
        Assert.That(error.TrimEnd(), Is.EqualTo($"hilbench: {file}:3: 5 hexadecimal digits, expected an even number: two for each octet"));
        Assert.That(Lines(output).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()), Is.EqualTo([$"{file}:2", $"{file}:4"]));
    }

    [Test]
    public async Task Json_is_one_document_an_object_for_an_argument_and_an_array_for_a_file()
    {
        var one = await Tool.RunAsync("decode", Hex(Bsm()), "--format", "json");
        var list = await Tool.RunAsync("decode", Write($"{Hex(Bsm())}\n{Hex(Broken())}\n"), "--format", "json");

        Assert.That(JsonDocument.Parse(one.Output).RootElement.GetProperty("clean").GetBoolean(), Is.True);
        Assert.That(JsonDocument.Parse(list.Output).RootElement.EnumerateArray().Select(message => message.GetProperty("clean").GetBoolean()), Is.EqualTo([true, false]));
        Assert.That((one.Code, list.Code), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task An_unknown_family_is_told_with_what_was_meant()
    {
        var (code, _, error) = await Tool.RunAsync("decode", Hex(Bsm()), "--family", "j2753");

        Assert.That(code, Is.EqualTo(64));
        Assert.That(error, Does.StartWith("hilbench: --family: expected one of auto, j2735, ieee1609, etsi, csae, csae2017, csae2019, tci, tci-uper, found 'j2753' (did you mean 'j2735'?)\n"));
    }

    [Test]
    public async Task A_file_without_a_message_is_wrong_usage()
    {
        var (code, _, error) = await Tool.RunAsync("decode", Write("# nothing\n\n"));

        Assert.That((code, error), Is.EqualTo((64, $"hilbench: '{Path.Combine(_folder, "messages.txt")}' holds no message; expected hexadecimal, a message a line\n")));
    }

    private static string Hex(byte[] octets) => Convert.ToHexString(octets);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static byte[] Broken()
    {
        var octets = Bsm();
        for (var bit = FirstBitOfLatitude; bit <= LastBitOfLatitude; bit++)
        {
            octets[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return octets;
    }

    private static byte[] Bsm() => new MessageFrame
    {
        MessageId = 20,
        Value = new BasicSafetyMessage
        {
            CoreData = new BSMcoreData
            {
                MsgCnt = 1,
                Id = new OctetString([1, 2, 3, 4]),
                SecMark = 30_000,
                Lat = 422_997_000,
                Long = -836_985_000,
                Elev = 2600,
                Accuracy = new PositionalAccuracy { SemiMajor = 20, SemiMinor = 20, Orientation = 0 },
                Transmission = TransmissionState.Unavailable,
                Speed = 500,
                Heading = 0,
                Angle = 127,
                AccelSet = new AccelerationSet4Way { Long = 2001, Lat = 2001, Vert = -127, Yaw = 0 },
                Brakes = new BrakeSystemStatus
                {
                    WheelBrakes = BitString.FromBits("10000"),
                    Traction = TractionControlStatus.Unavailable,
                    Abs = AntiLockBrakeStatus.Unavailable,
                    Scs = StabilityControlStatus.Unavailable,
                    BrakeBoost = BrakeBoostApplied.Unavailable,
                    AuxBrakes = AuxiliaryBrakeStatus.Unavailable,
                },
                Size = new VehicleSize { Width = 190, Length = 460 },
            },
        },
    }.Encode();

    private string Write(string text)
    {
        var file = Path.Combine(_folder, "messages.txt");
        File.WriteAllText(file, text);
        return file;
    }
}
