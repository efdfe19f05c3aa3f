using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>What a name stands for, and the module that defines it.</summary>
internal sealed record Definition(AssignmentNode Assignment, ModuleTable Module);
