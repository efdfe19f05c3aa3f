namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Where names are looked up: a module, and the dummy parameters of the type that is being instantiated.</summary>
internal sealed class Scope(ModuleTable module, IReadOnlyDictionary<string, Binding>? bindings)
{
    public ModuleTable Module => module;

    public Binding? Find(string name) => bindings is not null && bindings.TryGetValue(name, out var binding) ? binding : null;
}
