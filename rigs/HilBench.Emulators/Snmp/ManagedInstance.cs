using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>One instance of an <see cref="ObjectTree"/>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Read">Gives its value.</param>
internal sealed record ManagedInstance(ObjectId Id, Func<SnmpValue> Read)
{
    /// <summary>Whether a value may be assigned; null for an instance that is only read.</summary>
    public Func<SnmpValue, SnmpError>? Check { get; init; }

    /// <summary>Assigns a value that was checked.</summary>
    public Action<SnmpValue>? Write { get; init; }

    /// <summary>An INTEGER that is only read.</summary>
    public static ManagedInstance Integer32(ObjectId id, Func<int> read) => new(id, () => SnmpValue.Integer32(read()));

    /// <summary>An INTEGER of a range that can be assigned.</summary>
    public static ManagedInstance Integer32(ObjectId id, Func<int> read, int least, int greatest, Action<int> write) =>
        new(id, () => SnmpValue.Integer32(read()))
        {
            Check = value => value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
                : value.Number < least || value.Number > greatest ? SnmpError.WrongValue : SnmpError.NoError,
            Write = value => write((int)value.Number),
        };

    /// <summary>An OCTET STRING of text that is only read.</summary>
    public static ManagedInstance Text(ObjectId id, Func<string> read) => new(id, () => SnmpValue.Text(read()));
}
