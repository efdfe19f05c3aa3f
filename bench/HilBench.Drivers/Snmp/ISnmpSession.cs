using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>The bench's side of SNMP with one agent: retries, time-outs and security are settings of the session. Call it on the event loop.</summary>
public interface ISnmpSession
{
    /// <summary>Reads instances, in as many requests as the agent's limit of bindings asks for.</summary>
    /// <returns>One binding for each name, in order; an instance that is not there has one of the exceptions of SNMPv2 as its value, whatever the version.</returns>
    /// <exception cref="SnmpException">No answer, or the agent refused.</exception>
    Task<ImmutableArray<VariableBinding>> GetAsync(IReadOnlyList<ObjectId> instances, CancellationToken cancellation);

    /// <summary>Assigns values in one request: all or none.</summary>
    /// <exception cref="SnmpException">No answer, or the agent refused; then the error and the binding that has it.</exception>
    Task SetAsync(IReadOnlyList<VariableBinding> bindings, CancellationToken cancellation);

    /// <summary>Reads everything below a root, in order.</summary>
    /// <exception cref="SnmpException">No answer, the agent refused, or its names do not increase.</exception>
    Task<ImmutableArray<VariableBinding>> WalkAsync(ObjectId root, CancellationToken cancellation);
}
