namespace HilBench.Rigs;

/// <summary>Capability: a signal controller that takes orders.</summary>
public interface ISignalControl : IDevice
{
    /// <summary>Gives orders in place of those before, and keeps them up until they are replaced.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Completes when the controller has them, as its own objects tell.</returns>
    /// <exception cref="RigException">The controller did not answer, refused, or said yes and did not take them.</exception>
    Task OrderAsync(SignalOrders orders, CancellationToken cancellation);
}
