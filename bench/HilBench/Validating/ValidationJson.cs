using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Validating;

/// <summary>The JSON form of a validation record: as the run record's.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(CamelCaseConverter<Verdict>), typeof(CamelCaseConverter<EvidenceLevel>), typeof(CamelCaseConverter<PurposeNeed>)])]
[JsonSerializable(typeof(ValidationRecord))]
internal sealed partial class ValidationJson : JsonSerializerContext
{
    private static readonly Lazy<ValidationJson> LazyReadable = new(() => new ValidationJson(new JsonSerializerOptions(new ValidationJson().GeneratedSerializerOptions!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>The context that writes text as it is read by people: only what JSON must escape is escaped.</summary>
    public static ValidationJson Readable => LazyReadable.Value;
}
