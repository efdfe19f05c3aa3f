using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A resolved schema, or the errors that prevent it.</summary>
internal sealed record SchemaModel(
    string Namespace,
    Encodings Encodings,
    IReadOnlyList<DeclaredType> Types,
    IReadOnlyList<ConstantClass> Constants,
    IReadOnlyList<CompileException> Errors);
