using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Answers requests from managed objects (RFC 3416 4.2; RFC 1157 4.1 with RFC 3584 4 for SNMPv1).</summary>
/// <param name="objects">The objects, from the root of all names.</param>
/// <param name="maxBindings">Most bindings of a request; 0: no limit.</param>
internal sealed class ObjectAccess(IManagedObjects objects, int maxBindings)
{
    /// <summary>Answers one request.</summary>
    /// <param name="version">The request's version.</param>
    /// <param name="request">A Get, GetNext, GetBulk or Set.</param>
    /// <param name="mayWrite">Whether the requester may assign.</param>
    /// <param name="budget">Octets that the bindings of the answer may take.</param>
    public SnmpPdu Answer(SnmpVersion version, SnmpPdu request, bool mayWrite, int budget)
    {
        if (maxBindings > 0 && request.Bindings.Length > maxBindings)
        {
            return TooBig(version, request);
        }

        return request.Kind switch
        {
            PduKind.Set => Set(version, request, mayWrite, budget),
            PduKind.GetBulk => GetBulk(request, budget),
            PduKind.GetNext => Read(version, request, budget, name => Next(name, version)),
            _ => Read(version, request, budget, name => Visible(new VariableBinding(name, objects.Get(name)), version)),
        };
    }

    private static SnmpPdu Response(SnmpPdu request, ImmutableArray<VariableBinding> bindings) => new(PduKind.Response, request.RequestId, bindings);

    // RFC 3416 4.2.1: tooBig comes without bindings; in SNMPv1 with those of the request (RFC 1157 4.1.2).
    private static SnmpPdu TooBig(SnmpVersion version, SnmpPdu request) =>
        Response(request, version == SnmpVersion.V1 ? request.Bindings : []) with { Error = SnmpError.TooBig };

    private static SnmpPdu Refuse(SnmpVersion version, SnmpPdu request, SnmpError error, int index) =>
        Response(request, request.Bindings) with { Error = version == SnmpVersion.V1 ? ForV1(error) : error, ErrorIndex = index };

    // RFC 3584 4.4.
    private static SnmpError ForV1(SnmpError error) => error switch
    {
        <= SnmpError.GenErr => error,
        SnmpError.WrongValue or SnmpError.WrongEncoding or SnmpError.WrongType or SnmpError.WrongLength or SnmpError.InconsistentValue => SnmpError.BadValue,
        SnmpError.NoAccess or SnmpError.NotWritable or SnmpError.NoCreation or SnmpError.InconsistentName or SnmpError.AuthorizationError => SnmpError.NoSuchName,
        _ => SnmpError.GenErr,
    };

    // SNMPv1 has no Counter64: such an instance is not there (RFC 3584 4.2.2.1).
    private static VariableBinding Visible(VariableBinding binding, SnmpVersion version) =>
        version == SnmpVersion.V1 && binding.Value.Syntax == SnmpSyntax.Counter64 ? binding with { Value = SnmpValue.NoSuchInstance } : binding;

    private VariableBinding Next(ObjectId name, SnmpVersion version)
    {
        for (var next = objects.Next(name); next is not null; next = objects.Next(next))
        {
            var value = objects.Get(next);
            if (!value.IsException && (version != SnmpVersion.V1 || value.Syntax != SnmpSyntax.Counter64))
            {
                return new VariableBinding(next, value);
            }
        }

        return new VariableBinding(name, SnmpValue.EndOfMibView);
    }

    private static SnmpPdu Read(SnmpVersion version, SnmpPdu request, int budget, Func<ObjectId, VariableBinding> read)
    {
        var bindings = ImmutableArray.CreateBuilder<VariableBinding>(request.Bindings.Length);
        foreach (var asked in request.Bindings)
        {
            var binding = read(asked.Name);
            if (version == SnmpVersion.V1 && binding.Value.IsException)
            {
                return Refuse(version, request, SnmpError.NoSuchName, bindings.Count + 1);
            }

            budget -= SnmpPdu.LengthOf(binding);
            if (budget < 0)
            {
                return TooBig(version, request);
            }

            bindings.Add(binding);
        }

        return Response(request, bindings.DrainToImmutable());
    }

    // RFC 3416 4.2.3: as many bindings as fit, and no more rows once all are at the end.
    private SnmpPdu GetBulk(SnmpPdu request, int budget)
    {
        var bindings = ImmutableArray.CreateBuilder<VariableBinding>();
        var single = Math.Min(request.NonRepeaters, request.Bindings.Length);
        var names = request.Bindings.Select(binding => binding.Name).ToArray();
        var ended = false;
        for (var row = -1; row < request.MaxRepetitions && !ended; row++)
        {
            var (first, last) = row < 0 ? (0, single) : (single, names.Length);
            ended = row >= 0;
            for (var i = first; i < last; i++)
            {
                var binding = Next(names[i], SnmpVersion.V2c);
                budget -= SnmpPdu.LengthOf(binding);
                if (budget < 0)
                {
                    return Response(request, bindings.DrainToImmutable());
                }

                bindings.Add(binding);
                names[i] = binding.Name;
                ended &= binding.Value.IsException;
            }
        }

        return Response(request, bindings.DrainToImmutable());
    }

    private SnmpPdu Set(SnmpVersion version, SnmpPdu request, bool mayWrite, int budget)
    {
        if (!mayWrite)
        {
            return Refuse(version, request, SnmpError.NoAccess, request.Bindings.IsEmpty ? 0 : 1);
        }

        if (request.Bindings.Sum(SnmpPdu.LengthOf) > budget)
        {
            return TooBig(version, request);
        }

        var (error, index) = objects.Check(request.Bindings);
        if (error != SnmpError.NoError)
        {
            return Refuse(version, request, error, index);
        }

        objects.Assign(request.Bindings);
        return Response(request, request.Bindings);
    }
}
