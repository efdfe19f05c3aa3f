namespace HilBench.Emulators.Etsi;

/// <summary>A measured quantity that the Upper Tester can set, or add to.</summary>
internal sealed class Adjustable
{
    private long _change;
    private int? _value;

    public void Set(int value) => _value = value;

    public void Add(int change) => _change += change;

    public void Reset() => (_change, _value) = (0, null);

    /// <summary>The quantity; null when it is neither measured nor set. A change of what is not known counts from zero.</summary>
    public int? Apply(double? measured, int least, int greatest) =>
        (_value ?? measured ?? (_change == 0 ? null : 0)) is { } basis
            ? (int)Math.Clamp(Math.Round(basis + _change, MidpointRounding.AwayFromZero), least, greatest)
            : null;
}
