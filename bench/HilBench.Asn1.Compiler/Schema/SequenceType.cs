namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A SEQUENCE, or a SET, which with AUTOMATIC TAGS is encoded alike.</summary>
internal sealed class SequenceType(string name, string module, string rawName) : DeclaredType(name, module, rawName)
{
    public List<Member> Members { get; } = [];

    public bool IsExtensible { get; set; }

    public IEnumerable<Member> Root => Members.Where(member => !member.IsAddition);

    /// <summary>The additions in order; those of one group together.</summary>
    public IReadOnlyList<IReadOnlyList<Member>> Additions
    {
        get
        {
            var additions = new List<List<Member>>();
            var group = -1;
            foreach (var member in Members.Where(member => member.IsAddition))
            {
                if (member.Node.Group < 0 || member.Node.Group != group)
                {
                    additions.Add([]);
                }

                additions[additions.Count - 1].Add(member);
                group = member.Node.Group;
            }

            return additions;
        }
    }
}
