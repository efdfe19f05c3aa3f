using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

/// <summary>Settings and objects of the agents in these tests.</summary>
internal static class SampleAgent
{
    public const string AuthenticationPassword = "authpass123";
    public const string PrivacyPassword = "privpass123";

    /// <summary>A column of the documentation enterprise (RFC 5612), of one value of each syntax.</summary>
    public static readonly ObjectId Root = new(1, 3, 6, 1, 4, 1, 32473, 1);

    /// <summary>A number from 0 to 255 that can be assigned.</summary>
    public static readonly ObjectId Number = Root.Append(1, 0);

    /// <summary>Text that can be assigned.</summary>
    public static readonly ObjectId Text = Root.Append(2, 0);

    /// <summary>A Counter64.</summary>
    public static readonly ObjectId Big = Root.Append(3, 0);

    /// <summary>A TimeTicks over 2³¹.</summary>
    public static readonly ObjectId Ticks = Root.Append(4, 0);

    /// <summary>Rows of a table, 1 to 40.</summary>
    public static readonly ObjectId Row = Root.Append(5, 1, 1);

    public static UsmUser User(UsmAuthentication authentication, UsmPrivacy privacy) => new(
        "bench",
        authentication,
        authentication == UsmAuthentication.None ? null : new Secret(AuthenticationPassword),
        privacy,
        privacy == UsmPrivacy.None ? null : new Secret(PrivacyPassword));

    public static SnmpAgentSettings Settings(params UsmUser[] users) => new()
    {
        ReadCommunity = new Secret("reads"),
        WriteCommunity = new Secret("writes"),
        Users = [.. users.Select(user => new SnmpAgentUser(user))],
    };

    public static IReadOnlyList<IManagedObjects> Objects(EventLoop loop)
    {
        var number = 7;
        var text = SnmpValue.Text("as built");
        return
        [
            SystemObjects.Of(loop, "HilBench sample agent", new ObjectId(1, 3, 6, 1, 4, 1, 32473), "sample"),
            new ObjectTree(Root,
            [
                ManagedInstance.Integer32(Number, () => number, 0, 255, value => number = value),
                new ManagedInstance(Text, () => text)
                {
                    Check = value => value.Syntax == SnmpSyntax.OctetString ? SnmpError.NoError : SnmpError.WrongType,
                    Write = value => text = value,
                },
                new ManagedInstance(Big, () => SnmpValue.Counter64(ulong.MaxValue)),
                new ManagedInstance(Ticks, () => SnmpValue.Counting(SnmpSyntax.TimeTicks, 3_000_000_000)),
                .. Enumerable.Range(1, 40).Select(row => ManagedInstance.Integer32(Row.Append((uint)row), () => row)),
            ]),
        ];
    }
}
