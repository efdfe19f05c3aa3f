using System.Security.Cryptography;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Snmp;
using HilBench.Rigs;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Hosting;

/// <summary>Both ends of the bench's right to manage a device. For an emulated device secrets that the rig file does not name are made up.</summary>
internal static class SnmpAccess
{
    private const int SecretDigits = 24;

    /// <summary>The ends.</summary>
    /// <param name="device">The device.</param>
    /// <param name="plan">What the rig file says.</param>
    /// <exception cref="RigException">A secret cannot be fetched.</exception>
    public static (SnmpSessionSettings Session, SnmpAgentSettings Agent) Of(DevicePlan device, SnmpPlan plan)
    {
        var (session, agent) = Secrets(device.Name, plan);
        return (session, agent with { Personalities = [.. device.Personalities] });
    }

    private static (SnmpSessionSettings Session, SnmpAgentSettings Agent) Secrets(string device, SnmpPlan plan)
    {
        var session = new SnmpSessionSettings
        {
            Agent = device,
            Version = plan.Version,
            Timeout = plan.Timeout,
            Retries = plan.Retries,
            MaxBindings = plan.MaxBindings,
        };
        if (plan.Version != SnmpVersion.V3)
        {
            var read = Secret(plan.ReadCommunity);
            var write = plan.WriteCommunity is null && plan.ReadCommunity is not null ? read : Secret(plan.WriteCommunity);
            return (session with { ReadCommunity = read, WriteCommunity = write }, new SnmpAgentSettings { ReadCommunity = read, WriteCommunity = write });
        }

        var user = new UsmUser(
            plan.User ?? "bench",
            plan.Authentication,
            plan.Authentication == UsmAuthentication.None ? null : Secret(plan.AuthPassword),
            plan.Privacy,
            plan.Privacy == UsmPrivacy.None ? null : Secret(plan.PrivPassword));
        return (session with { User = user }, new SnmpAgentSettings { Users = [new SnmpAgentUser(user)] });
    }

    private static Secret Secret(SecretReference? reference) => reference?.Resolve() ?? new Secret(RandomNumberGenerator.GetHexString(SecretDigits));
}
