using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>An SNMP manager of v1, v2c and v3 for one agent, on a datagram port.</summary>
public sealed class SnmpSession : ISnmpSession
{
    /// <summary>Most instances that a walk reads; an agent that has more under one root is probably one that never ends.</summary>
    public const int MaxWalk = 100_000;

    private readonly SnmpSessionSettings _settings;
    private readonly SnmpExchange _exchange;
    private int _maxBindings;

    /// <summary>Opens a session; nothing is sent before the first request.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">How to speak with the agent.</param>
    /// <param name="port">The bench's end of the link to the agent.</param>
    /// <exception cref="ArgumentException">A setting is missing or out of range.</exception>
    public SnmpSession(EventLoop loop, SnmpSessionSettings settings, IDatagramPort port)
    {
        if (settings.MaxBindings < 1 || settings.Retries < 0 || settings.Timeout <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"{settings.Agent}: a session needs at least 1 binding a request, 0 retries or more and a positive time-out, not {settings.MaxBindings}, {settings.Retries} and {settings.Timeout}.",
                nameof(settings));
        }

        _settings = settings;
        _maxBindings = settings.MaxBindings;
        _exchange = new SnmpExchange(
            loop, settings, port, settings.Version == SnmpVersion.V3 ? new UserSecurity(loop, settings) : new CommunitySecurity(settings));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<VariableBinding>> GetAsync(IReadOnlyList<ObjectId> instances, CancellationToken cancellation)
    {
        var found = new VariableBinding?[instances.Count];
        var left = new Queue<int>(Enumerable.Range(0, instances.Count));
        while (left.Count > 0)
        {
            int[] places = [.. left.Take(_maxBindings)];
            var request = Read(PduKind.Get, places.Select(place => instances[place]));
            var response = await _exchange.AskAsync(request, cancellation);
            if (response.Error == SnmpError.TooBig && places.Length > 1)
            {
                _maxBindings = places.Length / 2;
                continue;
            }

            if (IsMissing(response))
            {
                // SNMPv1 tells one missing instance at a time, and no value of the others.
                var missing = places[response.ErrorIndex - 1];
                found[missing] = new VariableBinding(instances[missing], SnmpValue.NoSuchInstance);
                left = new Queue<int>(left.Where(place => place != missing));
                continue;
            }

            Check(request, response, sameNames: true);
            for (var i = 0; i < places.Length; i++)
            {
                found[places[i]] = response.Bindings[i];
                left.Dequeue();
            }
        }

        return [.. found.Select(binding => binding!)];
    }

    /// <inheritdoc/>
    public async Task SetAsync(IReadOnlyList<VariableBinding> bindings, CancellationToken cancellation)
    {
        var request = new SnmpPdu(PduKind.Set, 0, [.. bindings]);
        Check(request, await _exchange.AskAsync(request, cancellation), sameNames: true);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<VariableBinding>> WalkAsync(ObjectId root, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<VariableBinding>();
        var last = root;
        var repetitions = _maxBindings;
        while (true)
        {
            var request = _settings.Version == SnmpVersion.V1
                ? Read(PduKind.GetNext, [last])
                : Read(PduKind.GetBulk, [last]) with { MaxRepetitions = repetitions };
            var response = await _exchange.AskAsync(request, cancellation);
            if (response.Error == SnmpError.TooBig && request.Kind == PduKind.GetBulk && repetitions > 1)
            {
                repetitions /= 2;
                continue;
            }

            if (IsMissing(response))
            {
                return found.DrainToImmutable();
            }

            Check(request, response, sameNames: false);
            foreach (var binding in response.Bindings)
            {
                if (binding.Value.Syntax == SnmpSyntax.EndOfMibView || (binding.Name > last && !binding.Name.IsWithin(root)))
                {
                    return found.DrainToImmutable();
                }

                CheckProgress(last, binding.Name, found.Count);
                found.Add(binding);
                last = binding.Name;
            }
        }
    }

    private static SnmpPdu Read(PduKind kind, IEnumerable<ObjectId> names) =>
        new(kind, 0, [.. names.Select(name => new VariableBinding(name, SnmpValue.Null))]);

    private bool IsMissing(SnmpPdu response) =>
        _settings.Version == SnmpVersion.V1 && response.Error == SnmpError.NoSuchName && response.ErrorIndex >= 1
        && response.ErrorIndex <= response.Bindings.Length;

    private void CheckProgress(ObjectId last, ObjectId next, int count)
    {
        if (next <= last)
        {
            throw new SnmpException($"{_settings.Agent}: the agent's names do not increase: behind {last} it has {next}. A walk of it would never end; this is a fault of the agent (RFC 3416 4.2.2).");
        }

        if (count >= MaxWalk)
        {
            throw new SnmpException($"{_settings.Agent}: the agent has more than {MaxWalk} instances; at {next} the walk was given up. Walk a narrower root.");
        }
    }

    private void Check(SnmpPdu request, SnmpPdu response, bool sameNames)
    {
        if (response.Error != SnmpError.NoError)
        {
            var instance = response.ErrorIndex >= 1 && response.ErrorIndex <= request.Bindings.Length ? request.Bindings[response.ErrorIndex - 1] : null;
            var where = instance is null ? "" : $" for {instance.Name}{(request.Kind == PduKind.Set ? $" = {instance.Value}" : "")}";
            throw new SnmpException(
                $"{_settings.Agent}: {SnmpExchange.Describe(request)} was refused: {SnmpErrorTable.Describe(response.Error)}{where}.", response.Error, instance?.Name);
        }

        if (response.Bindings.IsEmpty ? request.Bindings.Length > 0 : sameNames && !request.Bindings.Select(binding => binding.Name).SequenceEqual(response.Bindings.Select(binding => binding.Name)))
        {
            throw new SnmpException($"{_settings.Agent}: the response to {SnmpExchange.Describe(request)} has {response.Bindings.Length} bindings, not those of the request in their order. This is a fault of the agent (RFC 3416 4.2).");
        }
    }
}
