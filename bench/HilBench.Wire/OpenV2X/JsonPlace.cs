using System.Globalization;
using System.Text.Json;

namespace HilBench.Wire.OpenV2X;

/// <summary>A JSON value with its path. Numbers may be written as text: maps are.</summary>
internal readonly record struct JsonPlace(JsonElement Value, string Path)
{
    /// <summary>Lists longer than this are refused.</summary>
    private const int MostItems = 4096;

    public JsonPlace this[string name] => Find(name) ?? throw new JsonContentException(Path, $"'{name}' is missing");

    public JsonPlace? Find(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            throw new JsonContentException(Path, $"found {Value.ValueKind}, expected an object with '{name}'");
        }

        return Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonPlace(value, $"{Path}.{name}")
            : null;
    }

    public int Number(int least, int most)
    {
        var found = Value.ValueKind switch
        {
            JsonValueKind.Number when Value.TryGetInt32(out var number) => number,
            JsonValueKind.String when int.TryParse(Value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new JsonContentException(Path, $"found {Shown()}, expected a whole number"),
        };
        return found >= least && found <= most
            ? found
            : throw new JsonContentException(Path, string.Create(CultureInfo.InvariantCulture, $"found {found}, expected {least} to {most}"));
    }

    public double Real(double least, double most)
    {
        var found = Value.ValueKind switch
        {
            JsonValueKind.Number => Value.GetDouble(),
            JsonValueKind.String when double.TryParse(Value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new JsonContentException(Path, $"found {Shown()}, expected a number"),
        };
        return found >= least && found <= most
            ? found
            : throw new JsonContentException(Path, string.Create(CultureInfo.InvariantCulture, $"found {found}, expected {least} to {most}"));
    }

    public string Text() => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString()!,
        JsonValueKind.Number => Value.GetRawText(),
        _ => throw new JsonContentException(Path, $"found {Shown()}, expected text"),
    };

    /// <summary>The items of a list: an array, or an object that holds one under the name of its items, as the XML of ASN.1 has it.</summary>
    public JsonPlace[] Items(string name, int least, int most)
    {
        var list = Value.ValueKind == JsonValueKind.Object ? this[name] : this;
        var path = list.Path;
        if (list.Value.ValueKind == JsonValueKind.Object)
        {
            return least <= 1 ? [list] : throw new JsonContentException(path, $"one item, expected at least {least}");
        }

        if (list.Value.ValueKind != JsonValueKind.Array)
        {
            throw new JsonContentException(path, $"found {list.Shown()}, expected a list");
        }

        var count = list.Value.GetArrayLength();
        return count >= least && count <= Math.Min(most, MostItems)
            ? [.. list.Value.EnumerateArray().Select((item, index) => new JsonPlace(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))]
            : throw new JsonContentException(path, string.Create(CultureInfo.InvariantCulture, $"{count} items, expected {least} to {most}"));
    }

    private string Shown() => Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Value.ValueKind.ToString()
        : Value.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : Value.GetRawText();
}
