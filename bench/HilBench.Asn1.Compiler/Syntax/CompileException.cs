namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A schema that cannot be compiled, with the place to look at.</summary>
internal sealed class CompileException(Place place, string message) : Exception(message)
{
    public Place Place => place;
}
