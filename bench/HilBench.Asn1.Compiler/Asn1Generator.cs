using System.Collections.Immutable;
using System.Text;
using HilBench.Asn1.Compiler.Emit;
using HilBench.Asn1.Compiler.Schema;
using HilBench.Asn1.Compiler.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HilBench.Asn1.Compiler;

/// <summary>
/// Compiles ASN.1 modules to sealed records with codecs. Input: <c>AdditionalFiles</c> items with the metadata <c>Asn1Namespace</c>;
/// all files of one namespace form one schema. <c>Asn1Encodings</c> names its encodings: UPER (also when absent), COER or both.
/// <c>Asn1Reading</c> names how constraints with an extension marker are read: X691 (also when absent) or asn1c.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class Asn1Generator : IIncrementalGenerator
{
    private const string NamespaceOption = "build_metadata.AdditionalFiles.Asn1Namespace";
    private const string EncodingsOption = "build_metadata.AdditionalFiles.Asn1Encodings";
    private const string ReadingOption = "build_metadata.AdditionalFiles.Asn1Reading";

    private static readonly DiagnosticDescriptor Invalid = new(
        "ASN1001", "ASN.1 module cannot be compiled", "{0}", "HilBench.Asn1", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor WrongEncodings = new(
        "ASN1002", "Encodings of an ASN.1 schema are not known", "{0}", "HilBench.Asn1", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor WrongReading = new(
        "ASN1003", "Reading of an ASN.1 schema is not known", "{0}", "HilBench.Asn1", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellationToken) => ReadFile(pair.Left, pair.Right, cancellationToken))
            .Where(file => file is not null)
            .Collect()
            .SelectMany((files, _) => SchemaFiles.Group(files!).ToImmutableArray());
        context.RegisterSourceOutput(schemas, Compile);
    }

    private static SchemaFile? ReadFile(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var metadata = options.GetOptions(text);
        if (!metadata.TryGetValue(NamespaceOption, out var @namespace) || @namespace.Length == 0)
        {
            return null;
        }

        metadata.TryGetValue(EncodingsOption, out var encodings);
        metadata.TryGetValue(ReadingOption, out var reading);
        return new SchemaFile(
            @namespace, encodings ?? string.Empty, reading ?? string.Empty, text.Path, text.GetText(cancellationToken)?.ToString() ?? string.Empty);
    }

    private static void Compile(SourceProductionContext context, SchemaFiles schema)
    {
        var modules = new List<ModuleNode>();
        var isReadable = true;
        foreach (var file in schema.Files)
        {
            if (EncodingNames.FaultOf(file, schema.Files[0]) is { } encodingFault)
            {
                context.ReportDiagnostic(Diagnostic.Create(WrongEncodings, Location.Create(file.Path, default, default), encodingFault));
                isReadable = false;
            }

            if (ReadingNames.FaultOf(file, schema.Files[0]) is { } fault)
            {
                context.ReportDiagnostic(Diagnostic.Create(WrongReading, Location.Create(file.Path, default, default), fault));
                isReadable = false;
            }

            try
            {
                modules.AddRange(Parser.ReadModules(file.Path, file.Text));
            }
            catch (CompileException e)
            {
                Report(context, e);
                isReadable = false;
            }
        }

        if (!isReadable)
        {
            return;
        }

        var model = SchemaBuilder.Build(
            schema.Namespace,
            EncodingNames.Read(schema.Files[0].Encodings),
            ReadingNames.Read(schema.Files[0].Reading) ?? ConstraintReading.X691,
            modules);
        foreach (var error in model.Errors)
        {
            Report(context, error);
        }

        if (model.Errors.Count == 0)
        {
            foreach (var module in SchemaEmitter.Emit(model))
            {
                context.AddSource($"{schema.Namespace}.{module.Key}.g.cs", SourceText.From(module.Value, Encoding.UTF8));
            }
        }
    }

    private static void Report(SourceProductionContext context, CompileException error)
    {
        var place = error.Place;
        var line = new LinePositionSpan(new LinePosition(place.Line, place.Column), new LinePosition(place.Line, place.Column + place.Length));
        var location = Location.Create(place.Path, new TextSpan(place.Start, place.Length), line);
        context.ReportDiagnostic(Diagnostic.Create(Invalid, location, error.Message));
    }
}
