namespace HilBench.Asn1;

/// <summary>What a decoder tells while it reads. A struct argument: with the silent one, the JIT removes every call.</summary>
public interface IDecodeTrace
{
    /// <summary>Whether anybody listens. A constant, so that texts are only made when somebody does.</summary>
    static abstract bool IsOn { get; }

    /// <summary>A value begins.</summary>
    /// <param name="name">ASN.1 name of the member; null for the list item announced by <see cref="Item"/>, or the message itself.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="reader">Stands at the first bit.</param>
    void Begin(string? name, string type, in BitReader reader);

    /// <summary>The next value is this item of the list that was begun last.</summary>
    /// <param name="index">From 0.</param>
    void Item(int index);

    /// <summary>The value begun last, which has members, ends.</summary>
    /// <param name="reader">Stands behind the last bit.</param>
    void Close(in BitReader reader);

    /// <summary>The value begun last, which has no members, ends.</summary>
    /// <param name="reader">Stands behind the last bit.</param>
    /// <param name="value">The value as text.</param>
    /// <param name="constraint">The constraint as ASN.1 writes it; null when there is none.</param>
    void Close(in BitReader reader, string value, string? constraint);

    /// <summary>The value begun last breaks a rule.</summary>
    /// <param name="start">First bit, from the start of the message.</param>
    /// <param name="behind">The bit behind the last one.</param>
    /// <param name="rule">The constraint, as ASN.1 writes it, or the clause.</param>
    /// <param name="found">The value that was found.</param>
    void Violate(int start, int behind, string rule, string found);
}
