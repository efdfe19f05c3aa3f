using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler;

/// <summary>Reads the metadata <c>Asn1Reading</c>.</summary>
internal static class ReadingNames
{
    /// <summary>The reading that the metadata names; X.691 when it is absent, null when the name is wrong.</summary>
    public static ConstraintReading? Read(string metadata) => metadata.Trim() switch
    {
        "" or "X691" => ConstraintReading.X691,
        "asn1c" => ConstraintReading.Asn1c,
        _ => null,
    };

    /// <summary>What is wrong with the metadata of the files of one namespace; null when nothing is.</summary>
    public static string? FaultOf(SchemaFile file, SchemaFile first) =>
        Read(file.Reading) is null
            ? $"Asn1Reading is '{file.Reading}'; allowed are X691 (the letter of the standard) and asn1c (what the public ETSI release 2 stacks send)."
        : Read(file.Reading) != Read(first.Reading)
            ? $"Asn1Reading is '{file.Reading}', but '{first.Reading}' for {first.Path}: all files of the namespace {file.Namespace} need the same."
        : null;
}
