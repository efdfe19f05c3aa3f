using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>The names that a module defines and imports.</summary>
internal sealed class ModuleTable
{
    private readonly Dictionary<string, AssignmentNode> _assignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Token> _imports = new(StringComparer.Ordinal);

    public ModuleTable(ModuleNode node, Action<CompileException> report)
    {
        Node = node;
        Scope = new Scope(this, bindings: null);
        foreach (var assignment in node.Assignments)
        {
            if (_assignments.TryGetValue(assignment.Name, out var first))
            {
                report(new CompileException(
                    assignment.Place, $"'{assignment.Name}' is defined twice in module {node.Name}; first in line {first.Place.Line + 1}."));
                continue;
            }

            _assignments.Add(assignment.Name, assignment);
        }

        foreach (var import in node.Imports)
        {
            foreach (var name in import.Names)
            {
                _imports[name.Text] = import.Module;
            }
        }
    }

    public ModuleNode Node { get; }

    public Scope Scope { get; }

    public AssignmentNode? Find(string name) => _assignments.TryGetValue(name, out var assignment) ? assignment : null;

    public string? ImportedFrom(string name) => _imports.TryGetValue(name, out var module) ? module.Text : null;
}
