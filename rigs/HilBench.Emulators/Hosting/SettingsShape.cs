using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HilBench.Emulators.Hosting;

/// <summary>Compares a document with the records that it is read into: unknown keys, missing keys, values of another kind. All faults at once, each with its path.</summary>
internal sealed class SettingsShape
{
    private const int MaxFaults = 20;

    private readonly ImmutableArray<string>.Builder _faults = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<string> Check(JsonElement root, JsonTypeInfo type)
    {
        Check(root, type, string.Empty);
        return _faults.DrainToImmutable();
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckObject(element, type, path);
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var entry in element.EnumerateObject())
                {
                    Check(entry.Value, Info(type, type.ElementType!), Join(path, entry.Name));
                }

                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, Info(type, type.ElementType!), string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                }

                break;
            case JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary:
                Add(path, element, "an object, { … }");
                break;
            case JsonTypeInfoKind.Enumerable:
                Add(path, element, "a list, [ … ]");
                break;
            default:
                CheckLeaf(element, type, path);
                break;
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo type, string path)
    {
        foreach (var entry in element.EnumerateObject())
        {
            var property = type.Properties.FirstOrDefault(candidate => candidate.Name == entry.Name);
            if (property is null)
            {
                Add($"{Join(path, entry.Name)}: there is no such key; remove it or take one of {string.Join(", ", type.Properties.Select(known => known.Name))}.");
            }
            else if (entry.Value.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Check(entry.Value, Info(type, property.PropertyType), Join(path, entry.Name));
            }
        }

        foreach (var missing in type.Properties.Where(property => IsNeeded(property) && !element.TryGetProperty(property.Name, out _)))
        {
            var expected = Info(type, missing.PropertyType).Kind switch
            {
                JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object, { … }",
                JsonTypeInfoKind.Enumerable => "a list, [ … ]",
                _ => ExpectedValue.Of(missing.PropertyType),
            };
            Add($"{Join(path, missing.Name)} is missing: add it; expected {expected}.");
        }
    }

    // What is not nullable and always written has to be there: a key that is missing would count as zero or nothing, not as the record's own default.
    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || (property.ShouldSerialize is null && !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null);

    private void CheckLeaf(JsonElement element, JsonTypeInfo type, string path)
    {
        var wanted = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var number = wanted == typeof(int) || wanted == typeof(uint) || wanted == typeof(long) || wanted == typeof(byte) || wanted == typeof(double);
        var kind = wanted == typeof(bool) ? element.ValueKind is JsonValueKind.True or JsonValueKind.False
            : element.ValueKind == (number ? JsonValueKind.Number : JsonValueKind.String);
        try
        {
            // An enum is written by its name; a number would be taken too.
            if (kind && element.Deserialize(type) is { } value && (!wanted.IsEnum || Enum.IsDefined(wanted, value)))
            {
                return;
            }
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            // Told below.
        }

        Add(path, element, ExpectedValue.Of(type.Type));
    }

    private void Add(string path, JsonElement found, string expected)
    {
        var raw = found.GetRawText();
        var shown = found.ValueKind is JsonValueKind.Object ? "an object" : found.ValueKind is JsonValueKind.Array ? "a list" : raw.Length <= 60 ? raw : $"{raw[..60]}…";
        Add($"{(path.Length == 0 ? "the document" : path)}: expected {expected}; found {shown}.");
    }

    private void Add(string fault)
    {
        if (_faults.Count < MaxFaults)
        {
            _faults.Add(fault);
        }
    }

    private static JsonTypeInfo Info(JsonTypeInfo parent, Type type) => parent.Options.GetTypeInfo(type);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
