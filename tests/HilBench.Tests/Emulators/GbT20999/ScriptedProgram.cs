using System.Collections.Immutable;
using HilBench.Emulators.GbT20999;
using HilBench.Wire.CabinetIo;

namespace HilBench.Tests.Emulators.GbT20999;

/// <summary>A program of two phases whose state a test sets; it follows orders at once.</summary>
internal sealed class ScriptedProgram : ISignalProgram
{
    private SignalOrders _orders;

    public LampStates Lamps { get; set; } = new(0, Reds: 2, Yellows: 0, Greens: 1, DontWalks: 0, PedClears: 1, Walks: 0);

    public ImmutableArray<(int Phase, bool HasPedestrians)> Phases { get; } = [(1, true), (2, false)];

    public ImmutableArray<ImmutableArray<int>> Stages { get; } = [[1], [2]];

    public ImmutableArray<int> Plans { get; } = [1, 3];

    public int Plan { get; private set; } = 1;

    public bool Flashing { get; private set; }

    public RunningStage Running { get; set; } = new(1, Changing: false, TimeSpan.FromSeconds(4.9), TimeSpan.FromSeconds(7.1));

    public SignalOrders Orders
    {
        get => _orders;
        set
        {
            _orders = value;
            Plan = value.Plan == 0 ? 1 : value.Plan;
            Flashing = value.Flash;
            Running = Running with { Stage = value.Stage == 0 ? 1 : value.Stage };
        }
    }
}
