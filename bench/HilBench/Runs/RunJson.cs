using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Judging;
using HilBench.Measuring;

namespace HilBench.Runs;

/// <summary>The JSON form of the record and the header: camel case, indented, LF line ends, enumerations by name, instants in ISO 8601.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(CamelCaseConverter<Verdict>), typeof(CamelCaseConverter<EvidenceLevel>), typeof(CamelCaseConverter<LimitOutcome>), typeof(CamelCaseConverter<PurposeNeed>), typeof(InstantConverter)])]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunHeader))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary>The context that writes text as it is read by people: only what JSON must escape is escaped.</summary>
    public static RunJson Readable => LazyReadable.Value;

    private static readonly Lazy<RunJson> LazyReadable = new(() => new RunJson(new JsonSerializerOptions(new RunJson().GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));
}
