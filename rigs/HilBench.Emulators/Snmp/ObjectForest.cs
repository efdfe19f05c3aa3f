using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Several sets of objects as one. A request over many of them is still assigned all or none.</summary>
/// <param name="parts">The sets; their roots are not within one another.</param>
internal sealed class ObjectForest(params IReadOnlyList<IManagedObjects> parts) : IManagedObjects
{
    private readonly IManagedObjects[] _parts = [.. parts.OrderBy(part => part.Root)];

    public ObjectId Root { get; } = new();

    public SnmpValue Get(ObjectId instance) => Of(instance)?.Get(instance) ?? SnmpValue.NoSuchObject;

    public ObjectId? Next(ObjectId name) =>
        _parts.Where(part => part.Root > name || name.IsWithin(part.Root)).Select(part => part.Next(name)).FirstOrDefault(next => next is not null);

    public (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings)
    {
        for (var i = 0; i < bindings.Count; i++)
        {
            if (Of(bindings[i].Name) is null)
            {
                return (SnmpError.NoCreation, i + 1);
            }
        }

        foreach (var part in _parts)
        {
            int[] places = [.. Enumerable.Range(0, bindings.Count).Where(i => bindings[i].Name.IsWithin(part.Root))];
            if (places.Length > 0 && part.Check([.. places.Select(i => bindings[i])]) is (not SnmpError.NoError and var error, var index))
            {
                return (error, places[index - 1] + 1);
            }
        }

        return (SnmpError.NoError, 0);
    }

    public void Assign(IReadOnlyList<VariableBinding> bindings)
    {
        foreach (var part in _parts)
        {
            VariableBinding[] own = [.. bindings.Where(binding => binding.Name.IsWithin(part.Root))];
            if (own.Length > 0)
            {
                part.Assign(own);
            }
        }
    }

    private IManagedObjects? Of(ObjectId instance) => Array.Find(_parts, part => instance.IsWithin(part.Root));
}
