using System.Numerics;
using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

internal sealed partial class SchemaBuilder
{
    private static readonly Dictionary<string, BigInteger> NoNames = new(StringComparer.Ordinal);

    private SchemaType Resolve(TypeNode node, Scope scope, RawName rawName)
    {
        var module = scope.Module.Node.Name;
        var name = rawName.IsNamed ? rawName.Text : node.Name;
        switch (node.Kind)
        {
            case TypeKind.Boolean:
                return new BooleanType(name) { Place = node.Place };
            case TypeKind.Null:
                return new NullType(name) { Place = node.Place };
            case TypeKind.ObjectIdentifier or TypeKind.RelativeObjectIdentifier:
                return new ObjectIdentifierType(name, node.Kind == TypeKind.RelativeObjectIdentifier) { Place = node.Place };
            case TypeKind.Integer:
                return Constrain(new IntegerType(name, IntervalSet.All, isExtensible: false, NamedOf(node, scope, rawName, "Values")), node, scope, rawName);
            case TypeKind.BitString:
                return Constrain(new BitStringType(name, SizeBounds.None, NamedOf(node, scope, rawName, "Bits")), node, scope, rawName);
            case TypeKind.OctetString:
                return Constrain(new OctetStringType(name, SizeBounds.None), node, scope, rawName);
            case TypeKind.Text:
                return Constrain(
                    TextType.Knows(node.Name)
                        ? new TextType(name, node.Name, SizeBounds.None, permitted: null)
                        : new OctetTextType(name, node.Name),
                    node,
                    scope,
                    rawName);
            case TypeKind.Enumerated:
                return EnumeratedOf(node, scope, rawName.IsNamed ? name : "ENUMERATED", rawName);
            case TypeKind.SequenceOf:
                return Constrain(
                    new ListType(rawName.IsNamed ? name : node.Name + " " + node.Element!.Name, module, rawName.Text, node.Element!, scope, SizeBounds.None),
                    node,
                    scope,
                    rawName);
            case TypeKind.Sequence:
                var sequence = Declare(new SequenceType(rawName.IsNamed ? name : node.Name, module, rawName.Text) { Place = node.Place });
                sequence.IsExtensible = node.IsExtensible || scope.Module.Node.ImpliesExtensibility;
                _pending.Enqueue(() => Fill(sequence, node, scope));
                return sequence;
            case TypeKind.Choice:
                var choice = Declare(new ChoiceType(rawName.IsNamed ? name : node.Name, module, rawName.Text) { Place = node.Place });
                choice.IsExtensible = node.IsExtensible || scope.Module.Node.ImpliesExtensibility;
                _pending.Enqueue(() => Fill(choice, node, scope));
                return choice;
            case TypeKind.ClassField:
                return ResolveField(node, scope, rawName, components: []);
            default:
                return Constrain(ResolveReference(node, scope), node, scope, rawName);
        }
    }

    private SchemaType ResolveReference(TypeNode node, Scope scope)
    {
        if (node.Module is null && scope.Find(node.Name) is { } binding)
        {
            return binding.Argument.Type is { } type
                ? Resolve(type, binding.Scope, new RawName(node.Name, IsNamed: false))
                : throw new CompileException(node.Place, $"The parameter '{node.Name}' stands for no type here.");
        }

        var definition = _modules.Find(node.Name, node.Place, scope.Module, node.Module);
        return ResolveNamed(definition, node.Place, node.Arguments, scope, instantiates: true);
    }

    /// <summary>Resolves a type that has a name, once for each list of actual parameters.</summary>
    private SchemaType ResolveNamed(
        Definition definition, Place place, IReadOnlyList<ArgumentNode> arguments, Scope caller, bool instantiates)
    {
        var (assignment, module) = definition;
        if (assignment.Type is null || assignment.Value is not null || assignment.Set is not null)
        {
            throw new CompileException(place, $"'{assignment.Name}' is no type.");
        }

        var actual = instantiates ? arguments : [];
        if (actual.Count != assignment.Parameters.Count)
        {
            throw new CompileException(place, $"'{assignment.Name}' has {assignment.Parameters.Count} parameters; found {actual.Count}.");
        }

        var rawName = actual.Count == 0 ? assignment.Name : assignment.Name + "." + string.Join(".", actual.Select(argument => NameOf(argument, caller)));
        var key = module.Node.Name + "." + rawName;
        if (_named.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!_resolving.Add(key))
        {
            throw new CompileException(assignment.Place, $"'{assignment.Name}' is defined by nothing but itself.");
        }

        var scope = module.Scope;
        if (actual.Count > 0)
        {
            scope = new Scope(module, assignment.Parameters
                .Zip(actual, (parameter, argument) => (parameter.Name, Binding: new Binding(argument, caller)))
                .ToDictionary(pair => pair.Name, pair => pair.Binding, StringComparer.Ordinal));
        }

        var type = Resolve(assignment.Type, scope, new RawName(rawName, IsNamed: true));
        _resolving.Remove(key);
        _named[key] = type;
        return type;
    }

    private static string NameOf(ArgumentNode argument, Scope scope)
    {
        var name = argument switch
        {
            { Type: { } type } => type.Name,
            { Value: { } value } => value.Text,
            { Set.Items: { Count: 1 } items } when items[0].Count == 1 => items[0][0].Text,
            _ => $"{scope.Module.Node.Name}-{argument.Place.Line + 1}-{argument.Place.Column + 1}",
        };
        return scope.Find(name) is { } binding ? NameOf(binding.Argument, binding.Scope) : name;
    }

    private Dictionary<string, BigInteger> NamedOf(TypeNode node, Scope scope, RawName rawName, string suffix)
    {
        if (node.Named.Count == 0)
        {
            return NoNames;
        }

        var names = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var named in node.Named)
        {
            if (names.ContainsKey(named.Name))
            {
                throw new CompileException(named.Place, $"'{named.Name}' is named twice.");
            }

            names.Add(named.Name, IntegerOf(named.Value!, scope, NoNames));
        }

        ConstantsOf(scope.Module.Node.Name, rawName.Text, suffix).Items.AddRange(names);
        return names;
    }

    // X.680 20: items without a number get the smallest ones that are free; X.691 14.1: the index is the position by number.
    private EnumeratedType EnumeratedOf(TypeNode node, Scope scope, string name, RawName rawName)
    {
        var numbers = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        var used = new HashSet<BigInteger>(node.Named.Where(item => item.Value is not null).Select(item => IntegerOf(item.Value!, scope, NoNames)));
        var next = BigInteger.Zero;
        foreach (var item in node.Named)
        {
            while (item.Value is null && !used.Add(next))
            {
                next++;
            }

            if (numbers.ContainsKey(item.Name))
            {
                throw new CompileException(item.Place, $"'{item.Name}' is named twice.");
            }

            var number = item.Value is null ? next : IntegerOf(item.Value, scope, NoNames);
            if (numbers.ContainsValue(number))
            {
                throw new CompileException(item.Place, $"The number {number} of '{item.Name}' is taken already.");
            }

            numbers.Add(item.Name, number);
        }

        var root = node.Named.Where(item => !item.IsAddition).OrderBy(item => numbers[item.Name]).Select(item => item.Name).ToArray();
        string[] items = [.. root, .. node.Named.Where(item => item.IsAddition).Select(item => item.Name)];
        var inOrder = items.Select(item => numbers[item]).ToArray();
        var isExtensible = node.IsExtensible || scope.Module.Node.ImpliesExtensibility;
        return Declare(new EnumeratedType(name, scope.Module.Node.Name, rawName.Text, items, inOrder, root.Length, isExtensible)
        {
            Place = node.Place,
        });
    }
}
