namespace HilBench.Rigs;

/// <summary>Capability: is brought, over its own interface, into the state in which a run needs it.</summary>
public interface IRunPreparation : IDevice
{
    /// <summary>Does it, when the run begins.</summary>
    /// <param name="run">Name of the run's scenario.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RigException">The device did not answer, refused, or said that it was done and did not show it.</exception>
    Task PrepareRunAsync(string run, CancellationToken cancellation);
}
