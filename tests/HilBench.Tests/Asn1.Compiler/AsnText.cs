using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>An .asn file in memory.</summary>
internal sealed class AsnText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
