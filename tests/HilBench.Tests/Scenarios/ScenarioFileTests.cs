using HilBench.Inputs;
using HilBench.Scenarios;

namespace HilBench.Tests.Scenarios;

internal sealed class ScenarioFileTests
{
    private const string Phase = "{phase: 2, ring: 1, barrier: 1, minGreen: 5 s, passage: 2 s, maxGreen: 20 s, yellow: 3 s, redClear: 1 s}";

    [TestCase("four-leg-hour", 3610)]
    [TestCase("four-leg-short", 180)]
    public void A_committed_scenario_is_read_with_its_site(string name, int seconds)
    {
        var scenario = ScenarioFile.Read(Repository.PathOf($"fixtures/scenarios/{name}.yaml"));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(scenario.Name, Is.EqualTo(name));
        Assert.That(scenario.Length, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
        Assert.That(scenario.Start, Is.EqualTo(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));
        Assert.That(scenario.Site.Name, Is.EqualTo("four-leg"));
        Assert.That(scenario.Plans, Has.Length.EqualTo(2));
        Assert.That(scenario.Plans[0].Phases.Select(phase => phase.Phase), Is.EqualTo(Enumerable.Range(1, 8)));
        Assert.That(scenario.Vehicles.Single().Speed, Is.EqualTo(13.889).Within(0.001));
        Assert.That(scenario.Forwards.Single().Psid, Is.EqualTo(0x82));
        Assert.That(scenario.MapChanges, Is.Not.Empty);
    }

    [Test]
    public void A_vehicle_may_carry_no_unit_and_ignore_its_signal()
    {
        var runner = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/red-light-runner.yaml"));

        Assert.That(
            runner.Vehicles.Select(vehicle => (vehicle.Name, vehicle.Device, vehicle.IgnoresSignal)),
            Is.EqualTo([("van", "obu1", true), ("car", (string?)null, false), ("taxi", null, false)]));
    }

    [Test]
    public void Words_of_a_vehicle_that_are_wrong_are_told_with_their_places()
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures/scenarios/red-light-runner.yaml"))
            .Replace("ignoresSignal: true", "ignoresSignal: yes", StringComparison.Ordinal)
            .Replace("{name: car, from", "{name: car, ignoreSignal: true, from", StringComparison.Ordinal);

        Assert.That(Faults(text), Is.EqualTo("""
            broken.yaml:27:92: ignoresSignal: expected true or false, found 'yes'
            broken.yaml:28:17: unknown key 'ignoreSignal' (did you mean 'ignoresSignal'?); allowed: name, from, to, enters, speed, device, ignoresSignal, ignoresTraffic, waits, stays, length, width
            """));
    }

    [Test]
    public void All_faults_of_a_file_are_told_at_once_with_their_places()
    {
        var text = $$"""
            name: broken
            start: tomorrow
            lenght: 10 min
            length: 600
            seed: -1
            site: four-leg.yaml
            plans:
              - {number: 1, phases: [{{Phase}}]}
            planChanges:
              - {at: 10 s, plan: 7}
            randomCalls:
              - {phase: 2, every: 40 s..5 s, for: 2 s}
              - {pedPhase: 2, every: 5 s..40 s, for: 2 m}
            """;

        Assert.That(Faults(text), Is.EqualTo("""
            broken.yaml:2:8: start: expected a UTC time such as 2026-07-01T12:00:00Z, found 'tomorrow'
            broken.yaml:3:1: unknown key 'lenght' (did you mean 'length'?); allowed: name, start, length, seed, site, plans, description, signalGroups, planChanges, calls, randomCalls, vehicles, forwards, mapChanges
            broken.yaml:4:9: length: expected a time with unit such as '10 min' or '600 s', found '600'
            broken.yaml:5:7: seed: expected a whole number from 0 to 2147483647, found '-1'
            broken.yaml:8:3: plans: plan 1 lacks phases that the site shows: 1 (signal group 1), 3 (signal group 3), 4 (signal group 4), 5 (signal group 5), 6 (signal group 6), 7 (signal group 7), 8 (signal group 8), 4 (signal group 10), 6 (signal group 11), 8 (signal group 12)
            broken.yaml:8:3: plans: plan 1: phase 2 needs a walk time for signal group 9
            broken.yaml:10:22: plan: plan 7 is not under plans
            broken.yaml:12:23: every: the range ends before it starts: '40 s..5 s'
            broken.yaml:13:16: pedPhase: no plan has phase 2 with a walk time
            broken.yaml:13:42: for: expected a time (s, ms, min, h) such as '10 min' or '600 s', found unit 'm' in '2 m'
            """));
    }

    [Test]
    public void A_plan_that_the_controller_cannot_run_is_refused()
    {
        const string Text = """
            name: plans
            start: 2026-07-01T12:00:00Z
            length: 10 min
            seed: 1
            site: four-leg.yaml
            plans:
              - number: 1
                phases:
                  - {phase: 1, ring: 1, barrier: 1, minGreen: 5 s, passage: 2.25 s, maxGreen: 4 s, yellow: 3 s, redClear: 1 s, walk: 7 s}
                  - {phase: 1, ring: 1, barrier: 1, minGreen: 5 s, passage: 2 s, maxGreen: 20 s, yellow: 0.5 s, redClear: 1 s, recall: ped}
              - number: 1
                phases: []
            """;

        // The first two lines say which phases of the site these plans lack.
        Assert.That(string.Join('\n', Faults(Text).Split('\n').Skip(2)), Is.EqualTo("""
            broken.yaml:9:65: passage: a controller times in whole tenths of a second
            broken.yaml:9:83: maxGreen: the longest green is shorter than minGreen
            broken.yaml:9:122: walk: walk and pedClear go together
            broken.yaml:10:17: phase: phase 1 is there twice
            broken.yaml:10:94: yellow: expected a time from 1 s to 10 s, found '0.5 s'
            broken.yaml:10:124: recall: a ped recall needs walk and pedClear
            broken.yaml:11:13: number: plan 1 is there twice
            broken.yaml:12:13: phases: expected the phases of plan 1, in its order, with its rings and barriers: a change of plan only changes times
            broken.yaml:12:13: phases: a plan needs at least one phase
            """));
    }

    private static string Faults(string text)
    {
        var name = Repository.PathOf("fixtures/sites/broken.yaml");
        var fault = Assert.Throws<InputFileException>(() => ScenarioFile.Parse(name, text));
        return fault.Message.Replace(name, "broken.yaml", StringComparison.Ordinal);
    }
}
