using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>
/// Objects that an agent gives access to. Errors are those of SNMPv2 whatever the version of the request; the agent maps them for SNMPv1.
/// A request that assigns is checked whole before anything is assigned (RFC 3416 4.2.5: as if simultaneously, all or none).
/// </summary>
internal interface IManagedObjects
{
    /// <summary>All its instances are below this.</summary>
    ObjectId Root { get; }

    /// <summary>The value of an instance: <see cref="SnmpValue.NoSuchObject"/> or <see cref="SnmpValue.NoSuchInstance"/> where there is none.</summary>
    SnmpValue Get(ObjectId instance);

    /// <summary>The first instance behind a name; null at the end.</summary>
    ObjectId? Next(ObjectId name);

    /// <summary>Whether the values could be assigned, all together.</summary>
    /// <param name="bindings">The bindings of one request that are below <see cref="Root"/>, in any order.</param>
    /// <returns>The error and the number of the binding that has it, from 1; no error and 0.</returns>
    (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings);

    /// <summary>Assigns values that were checked.</summary>
    void Assign(IReadOnlyList<VariableBinding> bindings);
}
