namespace HilBench.Reports;

/// <summary>The JSON Schema of <c>run.json</c>: <c>reports/run.schema.json</c>, carried in the assembly.</summary>
public static class RunSchema
{
    /// <summary>The schema's text, JSON Schema 2020-12; lines end in LF.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(RunSchema).Assembly.GetManifestResourceStream("run.schema.json")
            ?? throw new InvalidOperationException("run.schema.json is not embedded in the assembly; see HilBench.Reports.csproj.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
