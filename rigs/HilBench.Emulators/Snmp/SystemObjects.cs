using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>What every agent says of its device (RFC 3418 2, system): description, kind, up time, contact, name, location.</summary>
internal static class SystemObjects
{
    /// <summary>Greatest length of the texts, octets (RFC 3418 2).</summary>
    public const int MaxText = 255;

    private static readonly ObjectId Root = new(1, 3, 6, 1, 2, 1, 1);

    /// <summary>Plants them.</summary>
    /// <param name="loop">Loop whose clock is the up time.</param>
    /// <param name="description">Maker, model and versions.</param>
    /// <param name="kind">The maker's name of the kind of device.</param>
    /// <param name="name">The device's name; contact, name and location can be assigned.</param>
    public static ObjectTree Of(EventLoop loop, string description, ObjectId kind, string name)
    {
        var start = loop.Now;
        return new ObjectTree(Root,
        [
            ManagedInstance.Text(Root.Append(1, 0), () => description),
            new ManagedInstance(Root.Append(2, 0), () => SnmpValue.Of(kind)),
            new ManagedInstance(Root.Append(3, 0), () => SnmpValue.Counting(SnmpSyntax.TimeTicks, unchecked((uint)((loop.Now - start).Ticks / (TimeSpan.TicksPerSecond / 100))))),
            Assignable(4, ""),
            Assignable(5, name),
            Assignable(6, ""),
        ]);
    }

    private static ManagedInstance Assignable(uint column, string text)
    {
        var value = SnmpValue.Text(text);
        return new ManagedInstance(Root.Append(column, 0), () => value)
        {
            Check = wanted => wanted.Syntax != SnmpSyntax.OctetString ? SnmpError.WrongType
                : wanted.Octets.Length > MaxText ? SnmpError.WrongLength : SnmpError.NoError,
            Write = wanted => value = wanted,
        };
    }
}
