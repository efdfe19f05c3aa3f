namespace HilBench.Emulators.DualRing;

/// <summary>What <see cref="EngineControls"/> order for one phase.</summary>
/// <param name="Omit">It is not served.</param>
/// <param name="PedOmit">Its pedestrians are not served.</param>
/// <param name="Hold">Its green stays.</param>
/// <param name="ForceOff">Its green ends as soon as it may.</param>
/// <param name="MaxInhibit">Its green does not end by its maximum.</param>
/// <param name="PedRecycle">Its pedestrians are served again in the same green.</param>
/// <param name="OmitRedClear">It has no red clearance.</param>
/// <param name="MaxSet">Which maximum green is in force: 1, 2 or 3.</param>
internal readonly record struct PhaseControls(
    bool Omit, bool PedOmit, bool Hold, bool ForceOff, bool MaxInhibit, bool PedRecycle, bool OmitRedClear, int MaxSet)
{
    public static PhaseControls Of(in EngineControls controls, Phase phase) => new(
        EngineControls.Has(controls.PhaseOmit, phase.Number),
        EngineControls.Has(controls.PedOmit, phase.Number),
        EngineControls.Has(controls.Hold, phase.Number),
        EngineControls.Has(controls.ForceOff, phase.Number) || EngineControls.Has(controls.RingForceOff, phase.Ring),
        EngineControls.Has(controls.MaxInhibit, phase.Ring),
        EngineControls.Has(controls.PedRecycle, phase.Ring),
        EngineControls.Has(controls.OmitRedClear, phase.Ring),
        EngineControls.Has(controls.Max3, phase.Ring) ? 3 : EngineControls.Has(controls.Max2, phase.Ring) ? 2 : 1);
}
