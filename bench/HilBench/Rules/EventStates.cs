using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>Kinds of movement phase states. SAE J2735 MovementPhaseState.</summary>
internal static class EventStates
{
    /// <summary>Green, with or without conflicting traffic.</summary>
    public static bool IsGreen(this MovementPhaseState state) =>
        state is MovementPhaseState.ProtectedMovementAllowed or MovementPhaseState.PermissiveMovementAllowed;

    /// <summary>Yellow after green.</summary>
    public static bool IsClearance(this MovementPhaseState state) =>
        state is MovementPhaseState.ProtectedClearance or MovementPhaseState.PermissiveClearance;

    /// <summary>Green or yellow that promises that no conflicting movement may go.</summary>
    public static bool IsProtected(this MovementPhaseState state) =>
        state is MovementPhaseState.ProtectedMovementAllowed or MovementPhaseState.ProtectedClearance;

    /// <summary>Red, flashing red or dark: nobody may go without stopping first.</summary>
    public static bool IsStop(this MovementPhaseState state) =>
        state is MovementPhaseState.StopAndRemain or MovementPhaseState.StopThenProceed or MovementPhaseState.Dark or MovementPhaseState.Unavailable;

    /// <summary>The name as ASN.1 writes it.</summary>
    public static string Word(this MovementPhaseState state) => state switch
    {
        MovementPhaseState.Unavailable => "unavailable",
        MovementPhaseState.Dark => "dark",
        MovementPhaseState.StopThenProceed => "stop-Then-Proceed",
        MovementPhaseState.StopAndRemain => "stop-And-Remain",
        MovementPhaseState.PreMovement => "pre-Movement",
        MovementPhaseState.PermissiveMovementAllowed => "permissive-Movement-Allowed",
        MovementPhaseState.ProtectedMovementAllowed => "protected-Movement-Allowed",
        MovementPhaseState.PermissiveClearance => "permissive-clearance",
        MovementPhaseState.ProtectedClearance => "protected-clearance",
        _ => "caution-Conflicting-Traffic",
    };
}
