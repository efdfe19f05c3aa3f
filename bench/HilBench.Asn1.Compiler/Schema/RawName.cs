namespace HilBench.Asn1.Compiler.Schema;

/// <summary>The name a type gets when it has none of its own: that of the type around it and of the member, with a dot between.</summary>
internal readonly record struct RawName(string Text, bool IsNamed)
{
    public RawName Member(string name) => new(Text + "." + name, IsNamed: false);
}
