using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>All modules of a schema, and how a name is looked up.</summary>
internal sealed class ModuleSet
{
    private readonly Dictionary<string, ModuleTable> _modules = new(StringComparer.Ordinal);

    public ModuleSet(IEnumerable<ModuleNode> modules, Action<CompileException> report)
    {
        foreach (var module in modules)
        {
            if (_modules.TryGetValue(module.Name, out var first))
            {
                report(new CompileException(module.Place, $"Module {module.Name} is also defined in {first.Node.Place.Path}."));
                continue;
            }

            _modules.Add(module.Name, new ModuleTable(module, report));
        }

        foreach (var module in Tables)
        {
            CheckImports(module.Node, report);
        }
    }

    /// <summary>The modules by name.</summary>
    public IEnumerable<ModuleTable> Tables => _modules.Values.OrderBy(module => module.Node.Name, StringComparer.Ordinal);

    /// <summary>Looks a name up.</summary>
    /// <exception cref="CompileException">It is neither defined nor imported.</exception>
    public Definition Find(string name, Place place, ModuleTable module, string? external = null)
    {
        var first = external ?? (module.Find(name) is null ? module.ImportedFrom(name) : module.Node.Name);
        var from = first;
        for (var hops = 0; from is not null && hops <= _modules.Count && _modules.TryGetValue(from, out var table); hops++)
        {
            if (table.Find(name) is { } assignment)
            {
                return new Definition(assignment, table);
            }

            from = table.ImportedFrom(name);
        }

        throw new CompileException(place, first is null
            ? $"'{name}' is neither defined in module {module.Node.Name} nor imported.{Hint(name)}"
            : $"Module {first} does not define '{name}'.");
    }

    private string Hint(string name)
    {
        var owner = Tables.FirstOrDefault(table => table.Find(name) is not null);
        return owner is null ? string.Empty : $" Module {owner.Node.Name} defines it: add it to IMPORTS.";
    }

    private void CheckImports(ModuleNode module, Action<CompileException> report)
    {
        foreach (var import in module.Imports)
        {
            if (!_modules.TryGetValue(import.Module.Text, out var table))
            {
                report(new CompileException(
                    import.Module.Place, $"Module {import.Module.Text} is not among the .asn files of this schema; add the file that defines it."));
                continue;
            }

            foreach (var name in import.Names.Where(name => table.Find(name.Text) is null && table.ImportedFrom(name.Text) is null))
            {
                report(new CompileException(name.Place, $"Module {import.Module.Text} does not define '{name.Text}'."));
            }
        }
    }
}
