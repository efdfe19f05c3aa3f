namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A CHOICE; the alternatives are in the order of their indices: the root by tag, then the additions.</summary>
internal sealed class ChoiceType(string name, string module, string rawName) : DeclaredType(name, module, rawName)
{
    public List<Member> Alternatives { get; } = [];

    public bool IsExtensible { get; set; }

    public int RootCount => Alternatives.Count(alternative => !alternative.IsAddition);
}
