using HilBench.Drivers;
using HilBench.Inputs;
using HilBench.Observing;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Drivers;

/// <summary>MAP messages that others made, each as the site of a scenario that is run.</summary>
internal sealed class MapVectorRunTests
{
    [Test]
    public void A_map_of_another_maker_works_as_the_site_of_a_scenario()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-maps");
        try
        {
            var scenario = Path.Combine(folder.FullName, "scenario.yaml");
            File.WriteAllText(scenario, Scenario());
            var (ran, refused) = (0, new List<string>());
            foreach (var hex in PublicMaps())
            {
                File.WriteAllText(Path.Combine(folder.FullName, "site.hex"), hex);
                try
                {
                    Run(scenario, Path.Combine(folder.FullName, $"run{ran}"), hex);
                    ran++;
                }
                catch (InputFileException fault)
                {
                    refused.Add(fault.Errors[0].Message);
                }
            }

            Assert.That(ran, Is.GreaterThanOrEqualTo(15), string.Join('\n', refused));
            Assert.That(refused, Is.All.Contains("signal group").Or.Contains("is computed from lane").Or.Contains("lacks phases"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(string scenario, string outFolder, string hex)
    {
        var outcome = RunLauncher.Execute(
            new RunRequest { ScenarioFile = scenario, Rig = Repository.PathOf("rigs/emulated"), OutFolder = outFolder }, CancellationToken.None);

        using var reader = CaptureReader.Open(Path.Combine(outcome.Folder, EvidenceFolder.Capture));
        var stored = reader.Packets().Select(ObservationReader.Read).First(seen => seen.Tap == "rsu1.store");
        Assert.That(Convert.ToHexString(((ImmediateForwardContent)stored.Content).Message.Payload.Span), Is.EqualTo(hex.ToUpperInvariant()));
    }

    /// <summary>The short scenario on another site: ten seconds of its signals, without what depends on the lanes.</summary>
    private static string Scenario()
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));
        text = text[..text.IndexOf("vehicles:", StringComparison.Ordinal)]
            .Replace("site: ../sites/four-leg.yaml", "site: site.hex", StringComparison.Ordinal)
            .Replace("length: 3 min", "length: 10 s", StringComparison.Ordinal)
            .Replace("at: 90 s", "at: 5 s", StringComparison.Ordinal);
        return text.TrimEnd('\n', ' ') + "\n";
    }

    private static IEnumerable<string> PublicMaps() =>
        File.ReadLines(Repository.RequireShared("vectors/j2735_public.csv"))
            .SelectMany(line => line.Split(',').Where(field => field.StartsWith("0012", StringComparison.Ordinal) && field.Length > 100))
            .Distinct(StringComparer.Ordinal);
}
