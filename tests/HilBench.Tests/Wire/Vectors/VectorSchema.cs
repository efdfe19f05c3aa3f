using System.Reflection;
using HilBench.Asn1;

namespace HilBench.Tests.Wire.Vectors;

/// <summary>The generated codec that a file of vectors is held against.</summary>
/// <param name="Namespace">Namespace of the generated records.</param>
/// <param name="Assembly">Assembly that holds them.</param>
internal sealed record VectorSchema(string Namespace, Assembly Assembly)
{
    private static readonly MethodInfo Generic =
        typeof(VectorDecoding).GetMethod(nameof(VectorDecoding.Decode), BindingFlags.Static | BindingFlags.Public)!;

    /// <summary>The schema that holds a generated record.</summary>
    public static VectorSchema Of<T>() => new(typeof(T).Namespace!, typeof(T).Assembly);

    /// <summary>The type of a vector's outermost value; null when the schema has none of this name.</summary>
    public Type? TypeOf(MessageVector vector) => TypeOf(vector.IsFramed ? "MessageFrame" : vector.Kind);

    /// <summary>Decodes and encodes a vector as its column <c>message</c> says.</summary>
    public VectorDecoding Decode(MessageVector vector)
    {
        var type = TypeOf(vector) ?? throw new InvalidOperationException($"{Namespace} has no type for {vector.Id} ({vector.Message}).");
        return Generic.MakeGenericMethod(type).CreateDelegate<Func<byte[], VectorDecoding>>()(vector.Octets);
    }

    private Type? TypeOf(string name)
    {
        var type = Assembly.GetType($"{Namespace}.{name}") ?? Assembly.GetType($"{Namespace}.{name}Value");
        return type is not null && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IUperType<>)) ? type : null;
    }
}
