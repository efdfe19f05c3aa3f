using System.Globalization;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports;

/// <summary>How verdicts, numbers and times are written in every report: one way, whatever the machine's culture.</summary>
internal static class Wording
{
    private const string ThinSpace = "\u202F";

    /// <summary>The verdict's word, lower case.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Fail => "fail",
        Verdict.Error => "error",
        _ => "not judged",
    };

    /// <summary>The purpose's outcome: its verdict's word, or <c>not applicable</c>.</summary>
    public static string Of(PurposeRecord purpose) => purpose.NotApplicable ? "not applicable" : Of(purpose.Verdict);

    /// <summary>A whole number as digits.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count for people: thin spaces between thousands from 10 000 up.</summary>
    public static string Count(long value) => Math.Abs(value) < 10_000
        ? Number(value)
        : value.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", ThinSpace, StringComparison.Ordinal);

    /// <summary>A quantity for people: at most three decimals, three significant digits when it is smaller than that shows.</summary>
    public static string Quantity(double value)
    {
        var size = Math.Abs(value);
        if (size is > 0 and < 0.01 || !double.IsFinite(value) || size >= 1e12)
        {
            return value.ToString("G3", CultureInfo.InvariantCulture);
        }

        return value.ToString("0.###", CultureInfo.InvariantCulture);
    }

    /// <summary>A quantity for people; a dash where there is none.</summary>
    public static string Quantity(double? value) => value is { } number ? Quantity(number) : "–";

    /// <summary>A time of day for people, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>A time of day for machines, ISO 8601.</summary>
    public static string IsoTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
