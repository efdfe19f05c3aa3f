using System.Collections.Immutable;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Rsu;

/// <summary>A session with the objects of an emulated unit, without SNMP between.</summary>
internal sealed class UnitSession(IManagedObjects objects) : ISnmpSession
{
    /// <summary>What was set, request by request.</summary>
    public List<IReadOnlyList<VariableBinding>> Sets { get; } = [];

    /// <summary>Ended before each SET is answered; null answers at once.</summary>
    public Func<Task>? Slow { get; set; }

    /// <summary>Whether the agent does not answer.</summary>
    public bool IsSilent { get; set; }

    public Task<ImmutableArray<VariableBinding>> GetAsync(IReadOnlyList<ObjectId> instances, CancellationToken cancellation)
    {
        Listen();
        return Task.FromResult(instances.Select(name => new VariableBinding(name, objects.Get(name))).ToImmutableArray());
    }

    public async Task SetAsync(IReadOnlyList<VariableBinding> bindings, CancellationToken cancellation)
    {
        Listen();
        if (Slow is { } slow)
        {
            await slow();
        }

        var (error, place) = objects.Check(bindings);
        if (error != SnmpError.NoError)
        {
            throw new SnmpException($"unit: refused: {error} for {bindings[place - 1].Name}.", error, bindings[place - 1].Name);
        }

        Sets.Add(bindings);
        objects.Assign(bindings);
    }

    public Task<ImmutableArray<VariableBinding>> WalkAsync(ObjectId root, CancellationToken cancellation)
    {
        Listen();
        var found = ImmutableArray.CreateBuilder<VariableBinding>();
        for (var name = objects.Next(root); name is not null && name.IsWithin(root); name = objects.Next(name))
        {
            found.Add(new VariableBinding(name, objects.Get(name)));
        }

        return Task.FromResult(found.ToImmutable());
    }

    private void Listen()
    {
        if (IsSilent)
        {
            throw new SnmpException("unit: no answer.");
        }
    }
}
