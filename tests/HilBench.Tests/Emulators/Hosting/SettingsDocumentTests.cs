using System.Text;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Tests.Emulators.Hosting;

internal sealed class SettingsDocumentTests
{
    private static readonly EmulatorSettings[] Kinds =
    [
        SampleSettings.Controller(control: new ControlSettings { Local = SampleSettings.Free, Announce = SampleSettings.Discard, Lifeline = TimeSpan.FromSeconds(10) }),
        SampleSettings.RoadSideUnit() with { StartAt = new Instant(1_800_000_000_123_456_789) },
        SampleSettings.OnBoardUnit(control: new ControlSettings { Local = SampleSettings.Free }) with { StartOnCommand = true },
    ];

    private static readonly string[] Words = ["null", "1e999", "-1", "[]", "{}", "\"\"", "{\"a\":", "\u00e9", "65536", "\"0x\"", ":", ",", "\\", "]"];

    [TestCaseSource(nameof(Kinds))]
    public void What_is_written_is_read_back_the_same(EmulatorSettings settings)
    {
        var text = SettingsDocument.Write(settings);

        Assert.That(SettingsDocument.Write(Read(text)), Is.EqualTo(text));
    }

    [Test]
    public void Values_are_written_for_people()
    {
        var text = SettingsDocument.Write(Kinds[1]);

        Assert.That(text, Does.Contain("\"mac\": \"02:00:00:00:10:01\"").And.Contain("\"psid\": \"0x82\"").And.Contain("\"processingDelay\": \"2.5 ms\"")
            .And.Contain("\"remote\": \"127.0.0.1:9\"").And.Contain("\"startAt\": \"2027-01-15T08:00:00.123456789Z\""));
    }

    [TestCase("\"name\": \"obu1\"", "\"nam\": \"obu1\"", "nam: there is no such key; remove it or take one of name, ")]
    [TestCase("\"name\": \"obu1\",", "", "name is missing: add it; expected a text.")]
    [TestCase("\"seed\": 7", "\"seed\": \"7\"", "obu.seed: expected a whole number; found \"7\".")]
    [TestCase("\"seed\": 7", "\"seed\": 7.5", "obu.seed: expected a whole number; found 7.5.")]
    [TestCase("\"seed\": 7", "\"seed\": null", "obu.seed: expected a whole number; found null.")]
    [TestCase("\"seed\": 7", "\"seed\": 7, \"defects\": null", "not a JSON document: ")]
    [TestCase("\"seed\": 7", "\"sead\": 7", "obu.seed is missing: add it; expected a whole number.")]
    [TestCase("\"02:00:00:00:20:01\"", "\"02:00:00:00:20\"", "obu.mac: expected a MAC address, as \"02:00:00:00:10:01\"; found \"02:00:00:00:20\".")]
    [TestCase("\"bsm-jitter-20ms\"", "\"rust\"", "obu: 'rust' is no defect of a device of kind obu; it has: ")]
    [TestCase("\"bsm-jitter-20ms\"", "20", "obu.defects[0]: expected a text; found 20.")]
    [TestCase("\"127.0.0.1:9\"", "\"localhost:9\"", "links.air.remote: expected an IP address and a port, as \"127.0.0.1:6053\"; found \"localhost:9\".")]
    [TestCase("\"127.0.0.1:9\"", "\"127.0.0.1\"", "links.air.remote: expected an IP address and a port")]
    [TestCase("\"127.0.0.1:9\"", "\"0.0.0.0:9\"", "links.air.remote: 0.0.0.0:9 cannot be sent to;")]
    [TestCase("\"remote\": \"127.0.0.1:9\"", "\"local\": \"127.0.0.1:9\"", "links.air.remote is missing: the device sends there (air interface, Ethernet frames); add an IP address and a port")]
    [TestCase("\"air\"", "\"smoke\"", "links.smoke: a device of kind obu has no such link; remove it or take one of gnss, air")]
    [TestCase("\"air\"", "\"smoke\"", "links.air is missing (air interface, Ethernet frames): add it, for example {\"remote\": \"127.0.0.1:50004\"}.")]
    [TestCase("\"obu\": {", "\"rsu\": {", "rsu.widthMetres: there is no such key;")]
    [TestCase("\"startOnCommand\": true", "\"startOnCommand\": \"yes\"", "startOnCommand: expected true or false; found \"yes\".")]
    [TestCase("\"startOnCommand\": true", "\"startOnCommand\": true, \"startAt\": \"2026-07-01T12:00:00Z\"", "startAt and startOnCommand exclude one another; remove one of them.")]
    [TestCase("\"local\": \"127.0.0.1:0\"\n  }\n}", "\"local\": \"127.0.0.1:0\", \"lifeline\": \"1 ms\"}}", "control.lifeline: expected 1 s or more; found 1 ms.")]
    [TestCase("\"seed\": 7", "\"seed\": 7, \"seed\": 8", "not a JSON document: ")]
    [TestCase("\"seed\": 7", "\"seed\": ", "line ")]
    public void A_fault_is_told_with_its_key_what_is_expected_and_what_to_do(string from, string to, string fault)
    {
        var text = SettingsDocument.Write(Kinds[2]);
        Assert.That(text, Does.Contain(from), "the sample");

        Assert.That(() => Read(text.Replace(from, to, StringComparison.Ordinal)), Throws.TypeOf<SettingsException>().With.Message.Contains($"settings.json: {fault}"));
    }

    [TestCase("{}", "name is missing")]
    [TestCase("[]", "the document: expected an object, { … }; found a list.")]
    [TestCase("null", "the document: expected an object, { … }; found null.")]
    [TestCase("", "not a JSON document")]
    [TestCase("""{"name": "a", "links": {}}""", "expected exactly one of the blocks signalController, rsu, obu, etsiStation, which says what the device is; found none.")]
    public void What_is_no_device_is_refused(string text, string fault) =>
        Assert.That(() => Read(text), Throws.TypeOf<SettingsException>().With.Message.Contains(fault));

    [TestCase("\\ud800")]
    [TestCase("\ud800")]
    public void Text_that_is_not_Unicode_is_refused(string name) =>
        Assert.That(() => Read($$"""{"{{name}}": 1}"""), Throws.TypeOf<SettingsException>());

    [Test]
    public void Too_much_is_refused_before_it_is_read() =>
        Assert.That(() => SettingsDocument.Read(new byte[SettingsDocument.MaxOctets + 1], "settings.json"), Throws.TypeOf<SettingsException>().With.Message.Contains("at most"));

    [Test]
    public void Any_octets_are_settings_or_a_fault()
    {
        var random = new Random(4711);
        var samples = Kinds.Select(settings => Encoding.UTF8.GetBytes(SettingsDocument.Write(settings))).ToArray();
        var words = Words.Select(Encoding.UTF8.GetBytes).ToArray();
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var octets = samples[random.Next(samples.Length)].ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(octets.Count);
                switch (random.Next(3))
                {
                    case 0:
                        octets[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        octets.RemoveRange(at, Math.Min(random.Next(1, 30), octets.Count - at));
                        break;
                    default:
                        octets.InsertRange(at, words[random.Next(words.Length)]);
                        break;
                }
            }

            try
            {
                _ = SettingsDocument.Read(octets.ToArray(), "settings.json");
            }
            catch (SettingsException fault)
            {
                refused++;
                Assert.That(fault.Faults, Is.Not.Empty);
            }
        }

        Assert.That(refused, Is.GreaterThan(10_000));
    }

    private static EmulatorSettings Read(string text) => SettingsDocument.Read(Encoding.UTF8.GetBytes(text), "settings.json");
}
