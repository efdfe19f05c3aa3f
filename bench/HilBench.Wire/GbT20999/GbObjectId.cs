using System.Globalization;

namespace HilBench.Wire.GbT20999;

/// <summary>Names one value of a controller.</summary>
/// <param name="Class">Class, for example 3 for lamp groups; 128 and up are the vendor's.</param>
/// <param name="Item">Object of the class.</param>
/// <param name="Attribute">Attribute of the object; 0 where it has none.</param>
/// <param name="Element">Element, from 1; 0 where there is only one.</param>
public readonly record struct GbObjectId(byte Class, byte Item, byte Attribute, byte Element)
{
    /// <summary>The same value of another element.</summary>
    public GbObjectId Of(int element) => this with { Element = checked((byte)element) };

    /// <summary>The four numbers with dots between them, for example <c>13.2.2.1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Item}.{Attribute}.{Element}");
}
