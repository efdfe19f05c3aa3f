using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>Gives a file the namespace that its folder is named after, and encodings.</summary>
internal sealed class AsnOptions(Func<string, string?> encodings) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(@namespace: null, encodings: null);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(textFile.Path.EndsWith(".asn", StringComparison.Ordinal) ? Path.GetDirectoryName(textFile.Path) : null, encodings(textFile.Path));

    private sealed class Options(string? @namespace, string? encodings) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_metadata.AdditionalFiles.Asn1Namespace" => @namespace,
                "build_metadata.AdditionalFiles.Asn1Encodings" => encodings,
                _ => null,
            };
            return value is not null;
        }
    }
}
