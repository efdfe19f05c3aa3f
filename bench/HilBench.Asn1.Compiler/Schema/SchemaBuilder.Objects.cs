using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<string, WrapperType> _wrappers = new(StringComparer.Ordinal);

    private ClassNode? ClassOf(TypeNode governor, Scope scope) => governor.Kind == TypeKind.Reference
        ? _modules.Find(governor.Name, governor.Place, scope.Module, governor.Module).Assignment.Class
        : null;

    /// <summary>Resolves <c>CLASS.&amp;field</c>: a value field to its type, a type field with a component relation to an open type.</summary>
    private SchemaType ResolveField(TypeNode node, Scope scope, RawName rawName, List<ComponentNode> components)
    {
        var (assignment, module) = _modules.Find(node.Name, node.Place, scope.Module);
        var field = assignment.Class?.Fields.FirstOrDefault(candidate => candidate.Name == node.Field)
            ?? throw new CompileException(node.Place, assignment.Class is null ? $"'{node.Name}' is no class." : $"The class {node.Name} has no field {node.Field}.");
        if (field.Type is not null)
        {
            var value = Resolve(field.Type, module.Scope, rawName);
            return value is IntegerType integer && node.Constraints.Any(constraint => constraint.Table is not null) ? WithoutMarker(integer) : value;
        }

        var table = node.Constraints.FirstOrDefault(constraint => constraint.Table is not null && constraint.Key is not null)
            ?? node.Constraints.FirstOrDefault(constraint => constraint.Table is not null);
        if (table?.Key is not { } key)
        {
            throw new CompileException(node.Place, $"The open type {node.Name}.{node.Field} needs an object set and a member that selects: ({{Set}}{{@member}}).");
        }

        // The selecting member is outside of this list or choice. X.691 11.2 and X.696 30: an open type is sent as the octets of its encoding are.
        if (components.Count == 0)
        {
            return new OctetStringType("open type", SizeBounds.None) { Place = node.Place };
        }

        var selector = components.FirstOrDefault(component => component.Name == key.Text);
        if (selector?.Type.Kind != TypeKind.ClassField || selector.IsOptional || selector.Default is not null)
        {
            throw new CompileException(key.Place, $"'{key.Text}' must be a mandatory sibling of the form {node.Name}.&field({{Set}}).");
        }

        if (components.TakeWhile(component => component.Type != node).All(component => component.Name != key.Text))
        {
            throw new CompileException(key.Place, $"'{key.Text}' must stand in front of the open type it selects.");
        }

        var set = table.Table!;
        var entries = EntriesOf(set, assignment.Class!, scope, selector.Type.Field, node.Field, rawName);
        return new OpenType("open type", key.Text, entries, IsExtensible(set, scope)) { Place = node.Place };
    }

    private List<OpenEntry> EntriesOf(ObjectSetNode set, ClassNode classNode, Scope scope, string idField, string typeField, RawName rawName)
    {
        var entries = new List<OpenEntry>();
        foreach (var item in ObjectsOf(set, classNode, scope))
        {
            if (!item.Values.TryGetValue(idField, out var id) || !item.Types.TryGetValue(typeField, out var type))
            {
                throw new CompileException(item.Place, $"The object needs both {idField} and {typeField}.");
            }

            var number = IntegerOf(id, item.Scope, NoNames);
            if (entries.Exists(entry => entry.Id == number))
            {
                throw new CompileException(id.Place, $"{idField} {number} is taken already in this object set.");
            }

            var resolved = Resolve(type, item.Scope, rawName.Member("Type" + number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            entries.Add(new OpenEntry(number, resolved is SequenceType or ChoiceType ? (DeclaredType)resolved : Wrap(resolved, type, item, rawName)));
        }

        return entries;
    }

    private WrapperType Wrap(SchemaType type, TypeNode node, ObjectValue item, RawName rawName)
    {
        var module = item.Scope.Module.Node.Name;
        var name = (node.Kind == TypeKind.Reference ? node.Name : rawName.Text + "." + node.Name) + ".Value";
        var key = module + "." + name;
        if (!_wrappers.TryGetValue(key, out var wrapper))
        {
            wrapper = Declare(new WrapperType(module, name.Replace(' ', '-'), type) { Place = node.Place });
            _wrappers.Add(key, wrapper);
        }

        return wrapper;
    }

    /// <summary>The objects of a set, with those of the sets it names.</summary>
    private List<ObjectValue> ObjectsOf(ObjectSetNode set, ClassNode classNode, Scope scope, int depth = 0)
    {
        if (depth > DeepestReference)
        {
            throw new CompileException(set.Place, "The object set contains itself.");
        }

        var objects = new List<ObjectValue>();
        foreach (var item in set.Items)
        {
            var first = item[0];
            if (first.Is("{"))
            {
                objects.Add(ObjectParser.Read(item, classNode, scope));
                continue;
            }

            var name = item[item.Count - 1];
            if (item.Count == 1 && scope.Find(name.Text) is { } binding)
            {
                objects.AddRange(ObjectsOf(SetOf(binding.Argument), classNode, binding.Scope, depth + 1));
                continue;
            }

            var (assignment, module) = _modules.Find(name.Text, name.Place, scope.Module, item.Count == 3 ? first.Text : null);
            if (assignment.Set is not null)
            {
                objects.AddRange(ObjectsOf(assignment.Set, classNode, module.Scope, depth + 1));
            }
            else if (assignment.Object is not null)
            {
                objects.Add(ObjectParser.Read(assignment.Object, classNode, module.Scope));
            }
            else
            {
                throw new CompileException(name.Place, $"'{name.Text}' is no object and no object set.");
            }
        }

        return objects;
    }

    private bool IsExtensible(ObjectSetNode set, Scope scope) => set.IsExtensible || set.Items.Any(item =>
    {
        var name = item[item.Count - 1];
        if (item[0].Is("{"))
        {
            return false;
        }

        if (item.Count == 1 && scope.Find(name.Text) is { } binding)
        {
            return IsExtensible(SetOf(binding.Argument), binding.Scope);
        }

        var (assignment, module) = _modules.Find(name.Text, name.Place, scope.Module, item.Count == 3 ? item[0].Text : null);
        return assignment.Set is not null && IsExtensible(assignment.Set, module.Scope);
    });

    // A parameter {Set} is an object set; Set alone was read as a type, and means the same.
    private static ObjectSetNode SetOf(ArgumentNode argument) => argument switch
    {
        { Set: { } set } => set,
        { Type: { } type } => new ObjectSetNode(type.Place, [[new Token(TokenKind.Upper, type.Name, type.Place)]], IsExtensible: false),
        _ => throw new CompileException(argument.Place, "An object set was expected."),
    };
}
