using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Instances that are always there: scalars, and tables whose rows do not come and go.</summary>
internal sealed class ObjectTree : IManagedObjects
{
    private readonly SortedList<ObjectId, ManagedInstance> _instances = [];

    /// <summary>Plants the instances.</summary>
    /// <param name="root">All are below this.</param>
    /// <param name="instances">In any order, each name once.</param>
    public ObjectTree(ObjectId root, IEnumerable<ManagedInstance> instances)
    {
        Root = root;
        foreach (var instance in instances.OrderBy(instance => instance.Id))
        {
            _instances.Add(instance.Id, instance);
        }
    }

    public ObjectId Root { get; }

    public SnmpValue Get(ObjectId instance) =>
        _instances.TryGetValue(instance, out var found) ? found.Read()
        : HasObject(instance) ? SnmpValue.NoSuchInstance : SnmpValue.NoSuchObject;

    public ObjectId? Next(ObjectId name)
    {
        var (low, high) = (0, _instances.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _instances.GetKeyAtIndex(middle) > name ? (low, middle) : (middle + 1, high);
        }

        return low < _instances.Count ? _instances.GetKeyAtIndex(low) : null;
    }

    public (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings)
    {
        for (var i = 0; i < bindings.Count; i++)
        {
            var error = !_instances.TryGetValue(bindings[i].Name, out var instance) ? SnmpError.NoCreation
                : instance.Check is { } check ? check(bindings[i].Value) : SnmpError.NotWritable;
            if (error != SnmpError.NoError)
            {
                return (error, i + 1);
            }
        }

        return (SnmpError.NoError, 0);
    }

    public void Assign(IReadOnlyList<VariableBinding> bindings)
    {
        foreach (var binding in bindings)
        {
            _instances[binding.Name].Write!(binding.Value);
        }
    }

    // The object of an instance: its name without the last sub-identifier. Good for scalars and for tables of one index.
    private bool HasObject(ObjectId instance) =>
        instance.Length > 0 && Next(new ObjectId(instance.Parts[..^1])) is { } next && next.IsWithin(new ObjectId(instance.Parts[..^1]));
}
