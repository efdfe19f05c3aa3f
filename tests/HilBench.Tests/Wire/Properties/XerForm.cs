using System.Collections;
using HilBench.Asn1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>Whether asn1c can keep and show a value: nothing of another edition in it, and no control character, for which XML has no form.</summary>
internal static class XerForm
{
    public static bool Has(object? value) => value switch
    {
        null or OctetString or BitString or ObjectIdentifier or Asn1Null => true,
        string text => !text.Any(char.IsControl),
        UnknownAdditions or UnknownOpenType => false,
        Enum item => Enum.IsDefined(item.GetType(), item),
        IEnumerable list => list.Cast<object?>().All(Has),
        IAsn1Type record => record.GetType().Name != "UnknownAlternative"
            && Array.TrueForAll(record.GetType().GetProperties(), property => property.Name == "EqualityContract" || Has(property.GetValue(record))),
        _ => true,
    };
}
