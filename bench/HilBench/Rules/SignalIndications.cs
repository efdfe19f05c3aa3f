using HilBench.Observing;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.J2735;
using HilBench.Wire.Tscbm;

namespace HilBench.Rules;

/// <summary>
/// What a signal group shows, by its lamps, by a controller's datagram and by a SPaT. Null where nothing is lit (a flashing lamp
/// between two flashes, power off) or nothing is told.
/// </summary>
internal static class SignalIndications
{
    /// <summary>By the lamps.</summary>
    public static SignalIndication? Of(LampStates lamps, SignalGroupPhase group) => group.Phase is { } phase
        ? Lit(phase, lamps.Greens, lamps.Yellows, lamps.Reds)
        : Lit(group.PedPhase ?? 0, lamps.Walks, lamps.PedClears, lamps.DontWalks);

    /// <summary>By a controller's datagram.</summary>
    public static SignalIndication? Of(TscbmMessage message, SignalGroupPhase group) => group.Phase is { } phase
        ? Lit(phase, message.PhaseGreens, message.PhaseYellows, message.PhaseReds)
        : Lit(group.PedPhase ?? 0, message.Walks, message.PedClears, message.DontWalks);

    /// <summary>By an event state of a SPaT.</summary>
    public static SignalIndication? Of(MovementPhaseState state) => state switch
    {
        MovementPhaseState.ProtectedMovementAllowed or MovementPhaseState.PermissiveMovementAllowed => SignalIndication.Green,
        MovementPhaseState.ProtectedClearance or MovementPhaseState.PermissiveClearance or MovementPhaseState.CautionConflictingTraffic => SignalIndication.Yellow,
        MovementPhaseState.StopAndRemain or MovementPhaseState.StopThenProceed => SignalIndication.Red,
        _ => null,
    };

    /// <summary>In words, for the kind of signal that the group has.</summary>
    public static string Word(this SignalIndication indication, SignalGroupPhase group) => (indication, group.Phase) switch
    {
        (SignalIndication.Red, null) => "don't walk",
        (SignalIndication.Yellow, null) => "flashing don't walk",
        (SignalIndication.Green, null) => "walk",
        (SignalIndication.Red, _) => "red",
        (SignalIndication.Yellow, _) => "yellow",
        _ => "green",
    };

    private static SignalIndication? Lit(int phase, ushort greens, ushort yellows, ushort reds)
    {
        var bit = 1 << (phase - 1);
        return (greens & bit, yellows & bit, reds & bit) switch
        {
            (not 0, _, _) => SignalIndication.Green,
            (_, not 0, _) => SignalIndication.Yellow,
            (_, _, not 0) => SignalIndication.Red,
            _ => null,
        };
    }
}
