namespace HilBench.Rigs;

/// <summary>Capability: follows the centre's orders. Each order returns when the controller's own status shows it, not when it says "done".</summary>
public interface ISignalOrders : IDevice
{
    /// <summary>Orders a stage.</summary>
    /// <param name="stage">The stage, from 1; 0 gives the choice back to the controller.</param>
    /// <param name="limit">How long it may take until the stage runs.</param>
    /// <exception cref="RigException">The controller did not answer, refused, or did not get there in time.</exception>
    Task OrderStageAsync(int stage, TimeSpan limit);

    /// <summary>Orders a plan.</summary>
    /// <param name="plan">The plan, from 1; 0 gives the choice back to the controller.</param>
    /// <param name="limit">How long it may take until the plan is in force.</param>
    /// <exception cref="RigException">The controller did not answer, refused, or did not get there in time.</exception>
    Task OrderPlanAsync(int plan, TimeSpan limit);

    /// <summary>Orders yellow flash, or ends it.</summary>
    /// <param name="flash">Whether to flash.</param>
    /// <param name="limit">How long it may take until it flashes, or until it does not.</param>
    /// <exception cref="RigException">The controller did not answer, refused, or did not get there in time.</exception>
    Task OrderFlashAsync(bool flash, TimeSpan limit);
}
