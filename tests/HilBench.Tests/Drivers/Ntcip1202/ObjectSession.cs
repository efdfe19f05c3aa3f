using System.Collections.Immutable;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Ntcip1202;

/// <summary>A session that reaches the objects at once, without messages; it can be silenced and keeps what was set.</summary>
internal sealed class ObjectSession(EventLoop loop, IManagedObjects objects) : ISnmpSession
{
    public List<(Instant At, ImmutableArray<VariableBinding> Bindings)> Sets { get; } = [];

    public bool Silent { get; set; }

    public async Task<ImmutableArray<VariableBinding>> GetAsync(IReadOnlyList<ObjectId> instances, CancellationToken cancellation)
    {
        await TravelAsync(cancellation);
        return [.. instances.Select(instance => new VariableBinding(instance, objects.Get(instance)))];
    }

    public async Task SetAsync(IReadOnlyList<VariableBinding> bindings, CancellationToken cancellation)
    {
        await TravelAsync(cancellation);
        Sets.Add((loop.Now, [.. bindings]));
        var (error, index) = objects.Check(bindings);
        if (error != SnmpError.NoError)
        {
            throw new SnmpException($"refused: {error}", error, bindings[index - 1].Name);
        }

        objects.Assign(bindings);
    }

    public async Task<ImmutableArray<VariableBinding>> WalkAsync(ObjectId root, CancellationToken cancellation)
    {
        await TravelAsync(cancellation);
        var found = ImmutableArray.CreateBuilder<VariableBinding>();
        for (var next = objects.Next(root); next is not null && next.IsWithin(root); next = objects.Next(next))
        {
            found.Add(new VariableBinding(next, objects.Get(next)));
        }

        return found.DrainToImmutable();
    }

    private async Task TravelAsync(CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(3), loop.Time, cancellation);
        if (Silent)
        {
            throw new SnmpException("asc1: no answer.");
        }
    }
}
