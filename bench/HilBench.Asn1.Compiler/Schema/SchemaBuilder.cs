using System.Numerics;
using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Resolves the references, parameters, constraints and object sets of a set of modules.</summary>
internal sealed partial class SchemaBuilder
{
    private readonly List<CompileException> _errors = [];
    private readonly Dictionary<string, SchemaType> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resolving = new(StringComparer.Ordinal);
    private readonly Queue<Action> _pending = new();
    private readonly List<DeclaredType> _types = [];
    private readonly Dictionary<string, ConstantClass> _constants = new(StringComparer.Ordinal);
    private readonly List<(Member Member, Scope Scope)> _defaults = [];
    private readonly ModuleSet _modules;
    private readonly ConstraintReading _reading;

    private SchemaBuilder(IEnumerable<ModuleNode> modules, ConstraintReading reading)
    {
        _modules = new ModuleSet(modules, _errors.Add);
        _reading = reading;
    }

    /// <summary>Resolves modules that form one schema.</summary>
    public static SchemaModel Build(string @namespace, Encodings encodings, ConstraintReading reading, IEnumerable<ModuleNode> modules)
    {
        var builder = new SchemaBuilder(modules, reading);
        builder.ResolveAll();
        if (encodings.HasFlag(Encodings.Oer) && builder._errors.Count == 0)
        {
            OerLimits.Check(builder._types, builder._errors.Add);
        }

        return new SchemaModel(
            @namespace,
            encodings,
            [.. builder._types.OrderBy(type => type.Module, StringComparer.Ordinal).ThenBy(type => type.CsName, StringComparer.Ordinal)],
            [.. builder._constants.Values.OrderBy(constants => constants.CsName, StringComparer.Ordinal)],
            [.. builder._errors.OrderBy(e => e.Place.Path, StringComparer.Ordinal).ThenBy(e => e.Place.Start)]);
    }

    private void ResolveAll()
    {
        foreach (var module in _modules.Tables)
        {
            foreach (var assignment in module.Node.Assignments.Where(assignment => assignment.Parameters.Count == 0))
            {
                Try(() => ResolveAssignment(new Definition(assignment, module)));
            }
        }

        while (_pending.Count > 0)
        {
            Try(_pending.Dequeue());
        }

        if (_errors.Count == 0)
        {
            Naming.Apply(_types, [.. _constants.Values], _errors.Add);
            foreach (var (member, scope) in _defaults)
            {
                Try(() => member.DefaultExpression = DefaultOf(member, scope));
            }

            Recursion.Mark(_types);
        }
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (CompileException e)
        {
            _errors.Add(e);
        }
    }

    private void ResolveAssignment(Definition definition)
    {
        var (assignment, module) = definition;
        if (assignment.Set is not null)
        {
            var classNode = ClassOf(assignment.Type!, module.Scope)
                ?? throw new CompileException(assignment.Place, "Value sets are not supported: write a type with a constraint.");
            ObjectsOf(assignment.Set, classNode, module.Scope);
        }
        else if (assignment.Value is not null)
        {
            ResolveConstant(assignment, module);
        }
        else if (assignment.Type is not null)
        {
            ResolveNamed(definition, assignment.Type.Place, assignment.Type.Arguments, module.Scope, instantiates: false);
        }
    }

    // A value of an INTEGER type becomes a constant of that type's class, or of its module's for a plain INTEGER.
    private void ResolveConstant(AssignmentNode assignment, ModuleTable module)
    {
        if (assignment.Object is not null)
        {
            return;
        }

        if (Resolve(assignment.Type!, module.Scope, new RawName(assignment.Name, IsNamed: false)) is IntegerType integer)
        {
            var value = IntegerOf(assignment.Value!, module.Scope, integer.Named);
            var owner = assignment.Type!.Kind == TypeKind.Reference ? assignment.Type.Name : module.Node.Name;
            ConstantsOf(module.Node.Name, owner, "Values").Items.Add(new KeyValuePair<string, BigInteger>(assignment.Name, value));
        }
    }

    private ConstantClass ConstantsOf(string module, string rawName, string suffix)
    {
        var key = rawName + suffix;
        if (!_constants.TryGetValue(key, out var constants))
        {
            constants = new ConstantClass(module, rawName, suffix);
            _constants.Add(key, constants);
        }

        return constants;
    }

    private T Declare<T>(T type)
        where T : DeclaredType
    {
        _types.Add(type);
        return type;
    }
}
