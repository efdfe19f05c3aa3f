using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed partial class SchemaBuilder
{
    private const int MostAdditions = 64;

    private void Fill(SequenceType sequence, TypeNode node, Scope scope)
    {
        var components = Expand(node, scope);
        CheckNames(components);
        foreach (var component in components)
        {
            var rawName = new RawName(sequence.RawName, IsNamed: false).Member(component.Name);
            var type = component.Type.Kind == TypeKind.ClassField
                ? ResolveField(component.Type, scope, rawName, components)
                : Resolve(component.Type, scope, rawName);
            CheckSelector(type, sequence, component);
            var member = new Member(component, type);
            sequence.Members.Add(member);
            if (component.Default is not null)
            {
                _defaults.Add((member, scope));
            }
        }

        if (sequence.Additions.Count > MostAdditions)
        {
            throw new CompileException(node.Place, $"A SEQUENCE has at most {MostAdditions} extension additions here.");
        }
    }

    private static void CheckSelector(SchemaType type, SequenceType sequence, ComponentNode component)
    {
        if (type is OpenType open
            && sequence.Members.Find(member => member.Name == open.Key) is not { IsNullable: false, Type: IntegerType { CsType: not "ulong" } })
        {
            throw new CompileException(component.Place, $"'{open.Key}', which selects the type of '{component.Name}', must be a mandatory INTEGER of at most 63 bits.");
        }
    }

    private void Fill(ChoiceType choice, TypeNode node, Scope scope)
    {
        CheckNames(node.Components);
        var tagged = node.Components.Count(component => component.Type.Tag is not null);
        if (tagged != 0 && tagged != node.Components.Count)
        {
            throw new CompileException(node.Place, "Either every alternative of a CHOICE has a tag, or none.");
        }

        // X.691 23.2: the index is the position by tag; with AUTOMATIC TAGS that is the order of the text.
        var rawName = new RawName(choice.RawName, IsNamed: false);
        var ordered = node.Components.OrderBy(component => component.Section).ThenBy(component => component.Type.Tag ?? 0);
        foreach (var component in ordered)
        {
            var type = Resolve(component.Type, scope, rawName.Member(component.Name));
            var isAutomatic = scope.Module.Node.HasAutomaticTags && tagged == 0;
            choice.Alternatives.Add(new Member(component, type) { Tag = isAutomatic ? choice.Alternatives.Count : Tags.Of(component.Type, type, scope, _modules) });
        }

        if (choice.RootCount == 0)
        {
            throw new CompileException(node.Place, "A CHOICE has at least one alternative in front of its extension marker.");
        }
    }

    // X.680 25.5: COMPONENTS OF stands for the members of the root of another SEQUENCE.
    private List<ComponentNode> Expand(TypeNode node, Scope scope)
    {
        var components = new List<ComponentNode>();
        foreach (var component in node.Components)
        {
            if (!component.IsComponentsOf)
            {
                components.Add(component);
                continue;
            }

            var definition = _modules.Find(component.Type.Name, component.Type.Place, scope.Module, component.Type.Module);
            if (definition.Assignment.Type is not { Kind: TypeKind.Sequence } other || definition.Assignment.Parameters.Count > 0
                || definition.Assignment.Type == node || definition.Module != scope.Module)
            {
                throw new CompileException(component.Place, "COMPONENTS OF takes a SEQUENCE of the same module, without parameters.");
            }

            components.AddRange(other.Components.Where(inner => inner.Section == Section.Root && !inner.IsComponentsOf));
        }

        return components;
    }

    private static void CheckNames(IReadOnlyList<ComponentNode> components)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in components)
        {
            if (!names.Add(component.Name))
            {
                throw new CompileException(component.Place, $"'{component.Name}' is named twice.");
            }
        }
    }
}
