namespace HilBench.Asn1.Compiler;

/// <summary>Reads the metadata <c>Asn1Encodings</c>.</summary>
internal static class EncodingNames
{
    /// <summary>The encodings that the metadata names; UPER when it is absent, none when a name is wrong.</summary>
    public static Encodings Read(string metadata)
    {
        var encodings = Encodings.None;
        foreach (var name in metadata.Split(',', ';', '+').Select(name => name.Trim()))
        {
            switch (name)
            {
                case "UPER":
                    encodings |= Encodings.Uper;
                    break;
                case "COER":
                    encodings |= Encodings.Oer;
                    break;
                case "" when metadata.Trim().Length == 0:
                    return Encodings.Uper;
                default:
                    return Encodings.None;
            }
        }

        return encodings;
    }

    /// <summary>What is wrong with the metadata of the files of one namespace; null when nothing is.</summary>
    public static string? FaultOf(SchemaFile file, SchemaFile first) =>
        Read(file.Encodings) == Encodings.None
            ? $"Asn1Encodings is '{file.Encodings}'; allowed are UPER, COER, or both with ',', '+' or an escaped ';' (%3B) between them."
        : Read(file.Encodings) != Read(first.Encodings)
            ? $"Asn1Encodings is '{file.Encodings}', but '{first.Encodings}' for {first.Path}: all files of the namespace {file.Namespace} need the same."
        : null;
}
