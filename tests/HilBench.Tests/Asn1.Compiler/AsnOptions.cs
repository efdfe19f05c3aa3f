using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Gives a file the namespace that its folder is named after.</summary>
internal sealed class AsnOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(@namespace: null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(textFile.Path.EndsWith(".asn", StringComparison.Ordinal) ? Path.GetDirectoryName(textFile.Path) : null);

    private sealed class Options(string? @namespace) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_metadata.AdditionalFiles.Asn1Namespace" ? @namespace : null;
            return value is not null;
        }
    }
}
