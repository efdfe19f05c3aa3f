using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>A decoded message with the constraints it breaks.</summary>
/// <typeparam name="T">The generated record.</typeparam>
[StructLayout(LayoutKind.Auto)]
public readonly struct Decoded<T> : IEquatable<Decoded<T>>
    where T : notnull
{
    private readonly IReadOnlyList<Violation>? _violations;

    /// <summary>Creates a result.</summary>
    /// <param name="value">The message.</param>
    /// <param name="violations">The constraints it breaks, in the order of the bits; null when none.</param>
    /// <param name="bitsConsumed">Bits read, without the padding of the last octet.</param>
    public Decoded(T value, IReadOnlyList<Violation>? violations, int bitsConsumed)
    {
        Value = value;
        _violations = violations;
        BitsConsumed = bitsConsumed;
    }

    /// <summary>The message.</summary>
    public T Value { get; }

    /// <summary>The constraints it breaks, in the order of the bits; empty when none.</summary>
    public IReadOnlyList<Violation> Violations => _violations ?? [];

    /// <summary>Bits read, without the padding of the last octet.</summary>
    public int BitsConsumed { get; }

    /// <summary>Whether two results are equal.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    public static bool operator ==(Decoded<T> left, Decoded<T> right) => left.Equals(right);

    /// <summary>Whether two results differ.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other result.</param>
    public static bool operator !=(Decoded<T> left, Decoded<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Decoded<T> other) =>
        BitsConsumed == other.BitsConsumed
        && EqualityComparer<T>.Default.Equals(Value, other.Value)
        && Violations.SequenceEqual(other.Violations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Decoded<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, BitsConsumed, Violations.Count);
}
