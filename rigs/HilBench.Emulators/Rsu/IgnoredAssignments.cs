using HilBench.Emulators.Snmp;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>Objects that are checked and said to be set, and are not: why "done" is believed only after reading back.</summary>
/// <param name="objects">The objects.</param>
internal sealed class IgnoredAssignments(IManagedObjects objects) : IManagedObjects
{
    public ObjectId Root => objects.Root;

    public SnmpValue Get(ObjectId instance) => objects.Get(instance);

    public ObjectId? Next(ObjectId name) => objects.Next(name);

    public (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings) => objects.Check(bindings);

    public void Assign(IReadOnlyList<VariableBinding> bindings)
    {
    }
}
