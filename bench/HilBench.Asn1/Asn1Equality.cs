using System.Collections.Immutable;

namespace HilBench.Asn1;

/// <summary>Structural equality of the members of generated records: lists are equal when their items are.</summary>
public static class Asn1Equality
{
    /// <summary>Whether two values are equal.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool Same<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>Whether two lists have equal items.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool Same<T>(ImmutableArray<T> left, ImmutableArray<T> right) => left.AsSpan().SequenceEqual(right.AsSpan());

    /// <summary>Whether two lists of lists have equal items.</summary>
    /// <typeparam name="T">The inner items' type.</typeparam>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool Same<T>(ImmutableArray<ImmutableArray<T>> left, ImmutableArray<ImmutableArray<T>> right)
    {
        var a = left.AsSpan();
        var b = right.AsSpan();
        var isSame = a.Length == b.Length;
        for (var i = 0; isSame && i < a.Length; i++)
        {
            isSame = Same(a[i], b[i]);
        }

        return isSame;
    }

    /// <summary>Whether two lists of lists are absent or have equal items.</summary>
    /// <typeparam name="T">The inner items' type.</typeparam>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool Same<T>(ImmutableArray<ImmutableArray<T>>? left, ImmutableArray<ImmutableArray<T>>? right) =>
        left.HasValue == right.HasValue && Same(left.GetValueOrDefault(), right.GetValueOrDefault());

    /// <summary>Whether two lists are absent or have equal items.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool Same<T>(ImmutableArray<T>? left, ImmutableArray<T>? right) =>
        left.HasValue == right.HasValue && Same(left.GetValueOrDefault(), right.GetValueOrDefault());

    /// <summary>A hash code.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">The value.</param>
    public static int Hash<T>(T value) => value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value);

    /// <summary>A hash code of the items.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    public static int Hash<T>(ImmutableArray<T> list)
    {
        var hash = default(HashCode);
        foreach (var item in list.AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>A hash code of the items of lists of lists.</summary>
    /// <typeparam name="T">The inner items' type.</typeparam>
    /// <param name="list">The list.</param>
    public static int Hash<T>(ImmutableArray<ImmutableArray<T>> list)
    {
        var hash = default(HashCode);
        foreach (var item in list.AsSpan())
        {
            hash.Add(Hash(item));
        }

        return hash.ToHashCode();
    }

    /// <summary>A hash code of the items of lists of lists, if any.</summary>
    /// <typeparam name="T">The inner items' type.</typeparam>
    /// <param name="list">The list.</param>
    public static int Hash<T>(ImmutableArray<ImmutableArray<T>>? list) => Hash(list.GetValueOrDefault());

    /// <summary>A hash code of the items, if any.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    public static int Hash<T>(ImmutableArray<T>? list) => Hash(list.GetValueOrDefault());
}
