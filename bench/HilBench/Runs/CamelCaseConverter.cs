using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.Runs;

/// <summary>An enumeration by its name in camel case; numbers are refused.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class CamelCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
