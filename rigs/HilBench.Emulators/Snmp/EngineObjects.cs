using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>The objects that tell an agent's engine (RFC 3411 5, snmpEngine).</summary>
internal static class EngineObjects
{
    private static readonly ObjectId Root = new(1, 3, 6, 1, 6, 3, 10, 2, 1);

    public static ObjectTree Of(AgentEngine engine, int maxMessageOctets) => new(Root,
    [
        new ManagedInstance(Root.Append(1, 0), () => SnmpValue.OctetString(engine.Id.Octets)),
        ManagedInstance.Integer32(Root.Append(2, 0), () => engine.Boots),
        ManagedInstance.Integer32(Root.Append(3, 0), () => engine.Time),
        ManagedInstance.Integer32(Root.Append(4, 0), () => maxMessageOctets),
    ]);
}
