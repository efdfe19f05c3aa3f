using HilBench.Inputs;
using HilBench.Wire.Snmp;

namespace HilBench.Rigs;

/// <summary>Reads the <c>snmp</c> mapping of a device.</summary>
internal static class SnmpFields
{
    private static readonly (string Word, SnmpVersion Value)[] Versions = [("v1", SnmpVersion.V1), ("v2c", SnmpVersion.V2c), ("v3", SnmpVersion.V3)];

    private static readonly (string Word, UsmAuthentication Value)[] Authentications =
    [
        ("none", UsmAuthentication.None), ("md5", UsmAuthentication.Md5), ("sha-1", UsmAuthentication.Sha1), ("sha-224", UsmAuthentication.Sha224),
        ("sha-256", UsmAuthentication.Sha256), ("sha-384", UsmAuthentication.Sha384), ("sha-512", UsmAuthentication.Sha512),
    ];

    private static readonly (string Word, UsmPrivacy Value)[] Privacies =
        [("none", UsmPrivacy.None), ("aes-128", UsmPrivacy.Aes128), ("aes-256", UsmPrivacy.Aes256), ("aes-256-reeder", UsmPrivacy.Aes256Reeder)];

    /// <summary>Reads the mapping; null when it is not there.</summary>
    /// <param name="device">The device.</param>
    /// <param name="hosting">Where it stands: a real device needs to be told who asks it.</param>
    public static SnmpPlan? Read(Fields device, DeviceHosting hosting)
    {
        if (device.Mapping("snmp", RigKeys.Snmp) is not { } fields)
        {
            return null;
        }

        if (hosting == DeviceHosting.Container)
        {
            device.Fault("snmp", "an emulator in a container has no agent: its settings hold no secrets; leave it out, or emulate the device in this process");
        }

        var plan = new SnmpPlan
        {
            Version = fields.Choice("version", Versions),
            ReadCommunity = Secret(fields, "readCommunity"),
            WriteCommunity = Secret(fields, "writeCommunity"),
            User = fields.OptionalText("user"),
            Authentication = fields.Has("authentication") ? fields.Choice("authentication", Authentications) : UsmAuthentication.Sha512,
            AuthPassword = Secret(fields, "authPassword"),
            Privacy = fields.Has("privacy") ? fields.Choice("privacy", Privacies) : UsmPrivacy.Aes256,
            PrivPassword = Secret(fields, "privPassword"),
            MaxBindings = fields.OptionalNumber("maxBindings", 1, 100) ?? 10,
            Timeout = fields.OptionalTime("timeout", TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30)) ?? TimeSpan.FromSeconds(1),
            Retries = fields.OptionalNumber("retries", 0, 10) ?? 2,
        };
        if (hosting == DeviceHosting.Real && fields.Has("version"))
        {
            Demand(fields, plan);
        }

        return plan;
    }

    private static void Demand(Fields fields, SnmpPlan plan)
    {
        if (plan.Version != SnmpVersion.V3)
        {
            Need(fields, "readCommunity", !fields.Has("readCommunity"));
            return;
        }

        Need(fields, "user", plan.User is null);
        Need(fields, "authPassword", plan.Authentication != UsmAuthentication.None && !fields.Has("authPassword"));
        Need(fields, "privPassword", plan.Privacy != UsmPrivacy.None && !fields.Has("privPassword"));
    }

    private static void Need(Fields fields, string key, bool missing)
    {
        if (missing)
        {
            fields.Fault(key, "is needed for a real device");
        }
    }

    /// <summary>A reference to a secret that may be missing.</summary>
    public static SecretReference? Secret(Fields fields, string key)
    {
        if (fields.OptionalText(key) is not { } text)
        {
            return null;
        }

        if (!SecretReference.TryParse(text, out var reference, out var fault))
        {
            fields.Fault(key, fault);
        }

        return reference;
    }
}
