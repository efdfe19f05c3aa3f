using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>The values of one message by the names of their fields.</summary>
internal sealed class FieldValues
{
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OctetString> _octets = new(StringComparer.Ordinal);

    /// <summary>Whether the value stood in a field that is added to what there is.</summary>
    public bool IsChange { get; set; }

    public IEnumerable<string> Names => _numbers.Keys.Concat(_octets.Keys);

    public void Set(string name, long? number)
    {
        if (number is { } value)
        {
            _numbers[name] = value;
        }
    }

    public void Set(string name, OctetString octets) => _octets[name] = octets;

    public long? Number(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    public long NumberOr(string name, long otherwise) => _numbers.GetValueOrDefault(name, otherwise);

    public OctetString? Octets(string name) => _octets.TryGetValue(name, out var octets) ? octets : null;
}
