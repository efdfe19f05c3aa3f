using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>Capability: states its identity, versions and configuration, which the bench compares before and after a run.</summary>
public interface IAttestable : IDevice
{
    /// <summary>Reads all that is readable and does not change by itself (no counters, clocks, lamp states), in an order that is always the same.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="RigException">The device did not answer or refused; the message says where, what was asked and what to do.</exception>
    Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation);
}
