using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Objects whose last instance is followed by the first, so that a walk of all of them never ends.</summary>
internal sealed class EndlessObjects(IManagedObjects objects) : IManagedObjects
{
    public ObjectId Root => objects.Root;

    public SnmpValue Get(ObjectId instance) => objects.Get(instance);

    public ObjectId? Next(ObjectId name) => objects.Next(name) ?? objects.Next(new ObjectId());

    public (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings) => objects.Check(bindings);

    public void Assign(IReadOnlyList<VariableBinding> bindings) => objects.Assign(bindings);
}
