using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>What the explaining form tells.</summary>
internal sealed class ExplanationTests
{
    private static readonly CompiledSchema Schema = CompiledSchema.Of(
        """
        Top ::= SEQUENCE { id Id, list SEQUENCE (SIZE (0..3)) OF Item, bytes OCTET STRING }
        Id ::= INTEGER (0..255)
        Item ::= SEQUENCE { on BOOLEAN, size INTEGER (0..7) }
        """);

    [Test]
    public void A_node_tells_name_type_bits_raw_value_and_constraint()
    {
        // 00001111 | 10 | 1 011 | 0 001 | length 5 | 41 41 41 41 41
        var root = Schema.Decode("Top", "0FAC41505050505040").Root;

        Assert.That(root with { Children = [] }, Is.EqualTo(new DecodeNode(string.Empty, "Top", 0, 66, string.Empty, string.Empty, null, [])));
        Assert.That(root.Children[0] with { Children = [] }, Is.EqualTo(new DecodeNode("id", "Id", 0, 8, "00001111", "15", "(0..255)", [])));
        Assert.That(root.Children[1].Children.Select(item => (item.Name, item.Type, item.BitOffset, item.BitLength)), Is.EqualTo(new[]
        {
            ("[0]", "Item", 10, 4),
            ("[1]", "Item", 14, 4),
        }));
        Assert.That(root.Children[1].Children[1].Children[1] with { Children = [] }, Is.EqualTo(new DecodeNode("size", "INTEGER", 15, 3, "001", "1", "(0..7)", [])));
        Assert.That(root.Children[2].Raw, Is.EqualTo("054141414141"));
    }

    [Test]
    public void A_tree_is_kept_as_far_as_a_failed_decoding_came()
    {
        var tree = new DecodeTree();
        var decode = Schema.TypeOf("Top").GetMethods().Single(method => method.Name == "Decode" && method.GetParameters().Length == 2)
            .CreateDelegate(typeof(Explain<>).MakeGenericType(Schema.TypeOf("Top")));

        Assert.That(() => Call(decode, tree), Throws.TypeOf<Asn1ContentException>().With.Property("Path").EqualTo("bytes"));
        Assert.That(tree.Root!.Children[0].Value, Is.EqualTo("15"));
        Assert.That(tree.Root.Children[1].Children, Has.Count.EqualTo(2));
        Assert.That(tree.Root.Children[2].Value, Is.Empty);
    }

    private delegate Decoded<T> Explain<T>(ReadOnlySpan<byte> uper, DecodeTree tree)
        where T : notnull;

    private static object? Call(Delegate decode, DecodeTree tree) => typeof(ExplanationTests)
        .GetMethod(nameof(CallAs), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
        .MakeGenericMethod(decode.GetType().GenericTypeArguments)
        .Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, binder: null, [decode, tree], culture: null);

    private static Decoded<T> CallAs<T>(Explain<T> decode, DecodeTree tree)
        where T : notnull => decode([0x0F, 0xAC, 0x41, 0x50], tree);
}
