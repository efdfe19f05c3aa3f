using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Tests.Running;

internal sealed class DetectorRackTests
{
    private static readonly DetectorCall Vehicle = new(TimeSpan.Zero, TimeSpan.FromSeconds(2), Phase: 3, PedPhase: null);
    private static readonly DetectorCall Button = new(TimeSpan.Zero, TimeSpan.FromSeconds(1), Phase: null, PedPhase: 8);

    [Test]
    public void Overlapping_calls_and_vehicles_are_joined_and_only_changes_are_told()
    {
        var rack = new DetectorRack { Plan = 1 };
        var told = new List<string>();
        Action[] steps =
        [
            () => { },
            () => rack.On(Vehicle),
            () => rack.On(Vehicle),
            () => rack.Off(Vehicle),
            () => rack.Occupy(0b100),
            () => rack.Off(Vehicle),
            () => rack.On(Button),
            () => rack.Occupy(0),
            () => rack.Off(Button),
            () => rack.Plan = 2,
        ];
        foreach (var step in steps)
        {
            step();
            told.Add(rack.TakeChange() is { } inputs ? $"{inputs.Sequence}: {inputs.VehicleCalls:X} {inputs.PedCalls:X} {inputs.Plan}" : "-");
        }

        Assert.That(told, Is.EqualTo(["0: 0 0 1", "1: 4 0 1", "-", "-", "-", "-", "2: 4 80 1", "3: 0 80 1", "4: 0 0 1", "5: 0 0 2"]));
    }
}
