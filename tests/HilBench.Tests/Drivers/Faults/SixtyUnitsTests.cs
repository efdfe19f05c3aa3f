using System.Text;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>Sixty on-board units at 10 Hz besides a controller and a road-side unit, all on sockets: what they send is recorded without a gap.</summary>
[NonParallelizable]
internal sealed class SixtyUnitsTests
{
    private const int Units = 60;
    private const int Seconds = 8;

    [Test]
    public void Not_one_message_of_sixty_units_is_lost()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-sixty");
        try
        {
            var scenario = FaultyRun.Short(Seconds);
            var trip = scenario.Vehicles[0];
            scenario = scenario with { Vehicles = [.. Enumerable.Range(1, Units).Select(number => trip with { Name = $"car{number}", Device = $"obu{number}" })] };

            var run = FaultyRun.Make(RigFileIn(folder.FullName), scenario, (_, _) => { });

            Assert.That(run.Record.Complete);
            Assert.That(run.Record.DeviceFaults, Is.Empty);
            Assert.That(run.Record.DroppedDatagrams, Is.Zero, "datagrams that the kernel threw away");
            foreach (var unit in Enumerable.Range(1, Units).Select(number => $"obu{number}"))
            {
                var counts = Counts(run, unit);
                var fixes = run.Observations.Count(observation => observation.Tap == $"{unit}.gnss");
                Assert.That(fixes, Is.InRange((Seconds * 10) - 1, (Seconds * 10) + 1), $"positions reported to {unit}");
                Assert.That(counts, Has.Length.InRange(fixes - 3, fixes + 1), $"messages of {unit}");
                Assert.That(counts.Zip(counts.Skip(1), (one, next) => (next - one + 128) % 128), Is.All.EqualTo(1), $"message counts of {unit}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int[] Counts(FaultyRun run, string unit) =>
    [
        .. run.Observations.Where(observation => observation.Tap == $"{unit}.air")
            .Select(observation => ((BasicSafetyMessage)((AirContent)observation.Content).Frame!.Value.Value.Value).CoreData.MsgCnt),
    ];

    private static string RigFileIn(string folder)
    {
        var text = new StringBuilder(File.ReadAllText(Repository.PathOf("rigs/loopback/rig.yaml")));
        text.AppendLine();
        foreach (var number in Enumerable.Range(2, Units - 1))
        {
            text.AppendLine(FormattableString.Invariant($"  - {{name: obu{number}, kind: obu, driver: emulator, dut: true, defects: [], mac: 02:00:00:00:20:{number:x2}}}"));
        }

        var path = Path.Combine(folder, "rig.yaml");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
