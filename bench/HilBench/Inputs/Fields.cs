using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace HilBench.Inputs;

/// <summary>
/// The fields of one mapping of an input file. Unknown and missing keys are faults as soon as it is made. A value that
/// cannot be read is a fault too, and reads as its smallest allowed value so that the rest of the file is still checked.
/// </summary>
internal sealed class Fields
{
    private readonly InputFile _file;
    private readonly YamlNode _node;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public Fields(InputFile file, YamlNode node, KeySet keys)
    {
        _file = file;
        _node = node;
        Keys = keys;
        if (node is not YamlMappingNode mapping)
        {
            file.Fault(node, $"expected a mapping with the keys {string.Join(", ", keys.All)}");
            return;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (keys.All.Contains(name, StringComparer.Ordinal))
            {
                _values[name] = value;
                continue;
            }

            var hint = keys.Nearest(name) is { } nearest ? $" (did you mean '{nearest}'?)" : string.Empty;
            file.Fault(key, $"unknown key '{name}'{hint}; allowed: {string.Join(", ", keys.All)}");
        }

        foreach (var missing in keys.Required.Where(key => !_values.ContainsKey(key)))
        {
            file.Fault(node, $"missing key '{missing}'");
        }
    }

    /// <summary>The keys that it may have.</summary>
    public KeySet Keys { get; }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Notes a fault at a key's value, or at the mapping when the key is not there.</summary>
    public void Fault(string key, string message) => _file.Fault(_values.GetValueOrDefault(key, _node), $"{key}: {message}");

    /// <summary>A text; empty when it cannot be read.</summary>
    public string Text(string key) => Scalar(key, "a text") ?? string.Empty;

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    /// <summary>A UTC date and time such as <c>2026-07-01T12:00:00Z</c>.</summary>
    public DateTimeOffset Utc(string key)
    {
        if (Scalar(key, "a UTC time such as 2026-07-01T12:00:00Z") is not { } text)
        {
            return DateTimeOffset.UnixEpoch;
        }

        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var utc))
        {
            return utc;
        }

        Fault(key, $"expected a UTC time such as 2026-07-01T12:00:00Z, found '{text}'");
        return DateTimeOffset.UnixEpoch;
    }

    /// <summary>A whole number, decimal or with 0x, within bounds.</summary>
    public int Number(string key, int least, int most)
    {
        if (Scalar(key, "a whole number") is not { } text)
        {
            return least;
        }

        var hex = text.StartsWith("0x", StringComparison.Ordinal);
        var read = hex
            ? int.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        if (read && number >= least && number <= most)
        {
            return number;
        }

        Fault(key, FormattableString.Invariant($"expected a whole number from {least} to {most}, found '{text}'"));
        return least;
    }

    /// <summary>A whole number that may be missing.</summary>
    public int? OptionalNumber(string key, int least, int most) => Has(key) ? Number(key, least, most) : null;

    /// <summary>True or false; <paramref name="otherwise"/> when the key is not there.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (!Has(key) || Scalar(key, "true or false") is not { } text)
        {
            return otherwise;
        }

        if (text is not ("true" or "false"))
        {
            Fault(key, $"expected true or false, found '{text}'");
        }

        return text == "true";
    }

    /// <summary>One of several words.</summary>
    public T Choice<T>(string key, params (string Word, T Value)[] words)
    {
        var text = Scalar(key, "a word");
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        if (text is not null)
        {
            Fault(key, $"expected one of {string.Join(", ", words.Select(word => word.Word))}, found '{text}'");
        }

        return words[0].Value;
    }

    /// <summary>A quantity with its unit, in the base unit of its dimension, within bounds.</summary>
    public double Quantity(string key, Dimension dimension, double least, double most)
    {
        var text = Scalar(key, $"{dimension.Name} with unit such as {dimension.Example}");
        return text is null ? least : Quantity(key, text, dimension, least, most);
    }

    /// <summary>A time with its unit, within bounds.</summary>
    public TimeSpan Time(string key, TimeSpan least, TimeSpan most) =>
        Span(Quantity(key, Dimension.Time, least.TotalSeconds, most.TotalSeconds));

    /// <summary>A time that may be missing.</summary>
    public TimeSpan? OptionalTime(string key, TimeSpan least, TimeSpan most) => Has(key) ? Time(key, least, most) : null;

    /// <summary>Two times, for example <c>5 s..40 s</c>.</summary>
    public (TimeSpan From, TimeSpan To) TimeRange(string key, TimeSpan least, TimeSpan most)
    {
        if (Scalar(key, "a range of times such as '5 s..40 s'") is not { } text)
        {
            return (least, least);
        }

        if (text.Split("..") is not [var first, var second])
        {
            Fault(key, $"expected a range of times such as '5 s..40 s', found '{text}'");
            return (least, least);
        }

        var from = Span(Quantity(key, first.Trim(), Dimension.Time, least.TotalSeconds, most.TotalSeconds));
        var to = Span(Quantity(key, second.Trim(), Dimension.Time, least.TotalSeconds, most.TotalSeconds));
        if (to < from)
        {
            Fault(key, $"the range ends before it starts: '{text}'");
            return (from, from);
        }

        return (from, to);
    }

    /// <summary>A mapping below a key; null when the key is not there.</summary>
    public Fields? Mapping(string key, KeySet keys) => _values.TryGetValue(key, out var node) ? new Fields(_file, node, keys) : null;

    /// <summary>A list of mappings below a key; empty when the key is not there.</summary>
    public ImmutableArray<Fields> Mappings(string key, KeySet keys) => [.. Sequence(key).Select(node => new Fields(_file, node, keys))];

    /// <summary>A list of mappings of several kinds; the word below <paramref name="kindKey"/> is the name of the kind's key set.</summary>
    public ImmutableArray<Fields> Choices(string key, string kindKey, params KeySet[] kinds)
    {
        var mappings = ImmutableArray.CreateBuilder<Fields>();
        foreach (var node in Sequence(key))
        {
            var kind = node is YamlMappingNode mapping && mapping.Children.TryGetValue(kindKey, out var value) ? (value as YamlScalarNode)?.Value : null;
            if (Array.Find(kinds, keys => keys.Schema == kind) is { } found)
            {
                mappings.Add(new Fields(_file, node, found));
                continue;
            }

            var words = string.Join(", ", kinds.Select(keys => keys.Schema));
            _file.Fault(node, kind is null ? $"missing key '{kindKey}': one of {words}" : $"{kindKey}: expected one of {words}, found '{kind}'");
        }

        return mappings.DrainToImmutable();
    }

    /// <summary>A list of words below a key; empty when the key is not there.</summary>
    public ImmutableArray<string> Words(string key) => [.. Sequence(key).Select(node => Scalar(node, key, "a text")).OfType<string>()];

    /// <summary>A list of points, each <c>[east, north]</c> with units; empty when the key is not there.</summary>
    public ImmutableArray<(double East, double North)> Points(string key, double farthest)
    {
        var points = ImmutableArray.CreateBuilder<(double, double)>();
        foreach (var node in Sequence(key))
        {
            if (node is YamlSequenceNode { Children: [YamlScalarNode east, YamlScalarNode north] })
            {
                points.Add((Coordinate(key, east, farthest), Coordinate(key, north, farthest)));
            }
            else
            {
                _file.Fault(node, $"{key}: expected a point such as [1.8 m, -14 m] (east, north)");
            }
        }

        return points.DrainToImmutable();
    }

    private static TimeSpan Span(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    private double Coordinate(string key, YamlScalarNode node, double farthest)
    {
        var fault = Dimension.Length.Read(node.Value ?? string.Empty, out var value)
            ?? (Math.Abs(value) <= farthest ? null : $"expected a length up to {Dimension.Length.Print(farthest)}, found '{node.Value}'");
        if (fault is not null)
        {
            _file.Fault(node, $"{key}: {fault}");
            return 0;
        }

        return value;
    }

    private double Quantity(string key, string text, Dimension dimension, double least, double most)
    {
        var fault = dimension.Read(text, out var value);
        if (fault is null && value >= least && value <= most)
        {
            return value;
        }

        Fault(key, fault ?? $"expected {dimension.Name} from {dimension.Print(least)} to {dimension.Print(most)}, found '{text}'");
        return least;
    }

    private IEnumerable<YamlNode> Sequence(string key)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return [];
        }

        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        Fault(key, "expected a list");
        return [];
    }

    private string? Scalar(string key, string expected) => _values.TryGetValue(key, out var node) ? Scalar(node, key, expected) : null;

    private string? Scalar(YamlNode node, string key, string expected)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        _file.Fault(node, $"{key}: expected {expected}");
        return null;
    }
}
