using System.Reflection;
using HilBench.Asn1;
using HilBench.Asn1.Compiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>A schema that was compiled, loaded and can be run.</summary>
internal sealed class CompiledSchema
{
    private static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(BitReader).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    private readonly Assembly _assembly;

    private CompiledSchema(Assembly assembly) => _assembly = assembly;

    /// <summary>Compiles one module named M with these assignments.</summary>
    public static CompiledSchema Of(string assignments, string? encodings = null) => Of([("Schema/M.asn", Module(assignments))], encodings);

    public static CompiledSchema Of((string Path, string Text)[] files, string? encodings = null)
    {
        var (compilation, diagnostics) = Generate(files, encodings);
        Assert.That(diagnostics, Is.Empty);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        return new CompiledSchema(Assembly.Load(image.ToArray()));
    }

    public static string Module(string assignments) => $"M DEFINITIONS AUTOMATIC TAGS ::= BEGIN\n{assignments}\nEND\n";

    public static (Compilation Compilation, Diagnostic[] Diagnostics) Generate((string Path, string Text)[] files, string? encodings = null)
    {
        var driver = Driver(files, encodings).RunGeneratorsAndUpdateCompilation(Empty(), out var compilation, out var diagnostics);
        Assert.That(driver.GetRunResult().Results.Single().Exception, Is.Null);
        return (compilation, [.. diagnostics]);
    }

    public static GeneratorDriver Driver((string Path, string Text)[] files, string? encodings = null) => Driver(files, _ => encodings);

    public static GeneratorDriver Driver((string Path, string Text)[] files, Func<string, string?> encodings) => CSharpGeneratorDriver.Create(
        [new Asn1Generator().AsSourceGenerator()],
        files.Select(file => new AsnText(file.Path, file.Text)),
        new CSharpParseOptions(LanguageVersion.CSharp14),
        new AsnOptions(encodings),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Empty() => CSharpCompilation.Create(
        "Generated",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public Type TypeOf(string name) => _assembly.GetType("Schema." + name, throwOnError: true)!;

    /// <summary>Decodes with the fast form and the explaining one, which must agree.</summary>
    public Outcome Decode(string type, string hex) => (Outcome)Invoke(nameof(DecodeAs), TypeOf(type), Convert.FromHexString(hex))!;

    /// <summary>Decodes COER with the fast form and the explaining one, which must agree.</summary>
    public Outcome DecodeOer(string type, string hex) => (Outcome)Invoke(nameof(DecodeOerAs), TypeOf(type), Convert.FromHexString(hex))!;

    /// <summary>Makes a record with the given properties.</summary>
    public IUperType Make(string type, params (string Name, object? Value)[] properties)
    {
        var value = Activator.CreateInstance(TypeOf(type))!;
        foreach (var (name, content) in properties)
        {
            TypeOf(type).GetProperty(name)!.SetValue(value, content);
        }

        return (IUperType)value;
    }

    private static object? Invoke(string method, Type type, params object?[] arguments) => typeof(CompiledSchema)
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(type)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);

    private static Outcome DecodeAs<T>(byte[] octets)
        where T : IUperType<T>
    {
        var tree = new DecodeTree();
        var fast = UperDecoding.Decode<T>(octets);
        var explained = UperDecoding.Decode<T>(octets, tree);
        Assert.That(explained, Is.EqualTo(fast));
        return new Outcome(fast.Value, fast.Violations, fast.BitsConsumed, tree.Root!);
    }

    private static Outcome DecodeOerAs<T>(byte[] octets)
        where T : IOerType<T>
    {
        var tree = new DecodeTree();
        var fast = OerDecoding.Decode<T>(octets);
        var explained = OerDecoding.Decode<T>(octets, tree);
        Assert.That(explained, Is.EqualTo(fast));
        return new Outcome(fast.Value, fast.Violations, fast.BitsConsumed, tree.Root!);
    }
}
