using System.Globalization;

namespace HilBench.Tests.Reports;

/// <summary>A culture with other digits' separators, signs and dates. The bench is built with invariant globalization, where named cultures have no data.</summary>
internal static class ForeignCulture
{
    /// <summary>What a function gives while the culture is in force.</summary>
    public static T In<T>(Func<T> function)
    {
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NumberGroupSeparator = ".";
        foreign.NumberFormat.NegativeSign = "−";
        foreign.DateTimeFormat.ShortDatePattern = "yyyy'年'M'月'd'日'";
        foreign.DateTimeFormat.LongTimePattern = "tt h.mm.ss";
        foreign.DateTimeFormat.DateSeparator = ".";
        foreign.DateTimeFormat.TimeSeparator = ".";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = foreign;
            CultureInfo.CurrentUICulture = foreign;
            Assert.That(string.Create(CultureInfo.CurrentCulture, $"{-1.5}"), Is.EqualTo("−1,5"), "the culture is in force");
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }
}
