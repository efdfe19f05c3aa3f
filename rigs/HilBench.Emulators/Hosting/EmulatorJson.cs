using System.Text.Json.Serialization;

namespace HilBench.Emulators.Hosting;

/// <summary>How the documents of an emulator are written as JSON; generated at build time, so that nothing is looked up at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    Converters = [typeof(DurationConverter), typeof(EndpointConverter), typeof(InstantConverter), typeof(MacConverter), typeof(PsidConverter), typeof(UpperTesterProfileConverter)])]
[JsonSerializable(typeof(EmulatorSettings))]
[JsonSerializable(typeof(EmulatorHealth))]
[JsonSerializable(typeof(ControlRequest))]
internal sealed partial class EmulatorJson : JsonSerializerContext;
