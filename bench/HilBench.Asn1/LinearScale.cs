using System.Globalization;

namespace HilBench.Asn1;

/// <summary>How an integer of the standard stands for a quantity: a step, a range, and a number that means "unavailable".</summary>
/// <param name="unit">Unit symbol, for example <c>m/s</c>.</param>
/// <param name="numerator">Numerator of the step.</param>
/// <param name="denominator">Denominator of the step.</param>
/// <param name="least">Least number that stands for a quantity.</param>
/// <param name="greatest">Greatest number that stands for a quantity.</param>
/// <param name="unavailable">The number without a quantity; null when there is none.</param>
public sealed class LinearScale(string unit, int numerator, int denominator, int least, int greatest, int? unavailable = null)
{
    /// <summary>Quantity of the number 0.</summary>
    public int Origin { get; init; }

    /// <summary>Whether the least number also stands for everything below it.</summary>
    public bool IsOpenBelow { get; init; }

    /// <summary>Whether the greatest number also stands for everything above it.</summary>
    public bool IsOpenAbove { get; init; }

    /// <summary>The quantity; null when the number stands for none.</summary>
    /// <param name="raw">The number of the message.</param>
    public double? ToQuantity(int raw) =>
        raw < least || raw > greatest || raw == unavailable ? null : Origin + ((double)raw * numerator / denominator);

    /// <summary>The number nearest to a quantity, at most the ends of the range.</summary>
    /// <param name="quantity">In the scale's unit; null for "unavailable".</param>
    /// <exception cref="ArgumentException">Not a number, or null where the standard has no "unavailable".</exception>
    public int FromQuantity(double? quantity)
    {
        if (quantity is not { } known)
        {
            return unavailable ?? throw new ArgumentException($"The standard has no number for an unavailable value in {unit} here.", nameof(quantity));
        }

        if (double.IsNaN(known))
        {
            throw new ArgumentException($"A quantity in {unit} was expected; found not-a-number. Null stands for unavailable.", nameof(quantity));
        }

        return (int)Math.Clamp(Math.Round((known - Origin) * denominator / numerator, MidpointRounding.AwayFromZero), least, greatest);
    }

    /// <summary>The quantity with its unit, <c>unavailable</c>, or null for a number outside the range.</summary>
    /// <param name="raw">The number of the message.</param>
    public string? Describe(long raw)
    {
        if (raw == unavailable)
        {
            return "unavailable";
        }

        if (raw < least || raw > greatest)
        {
            return null;
        }

        var limit = raw == least && IsOpenBelow ? "≤ " : raw == greatest && IsOpenAbove ? "≥ " : string.Empty;
        var quantity = Origin + ((decimal)raw * numerator / denominator);
        return string.Create(CultureInfo.InvariantCulture, $"{limit}{quantity:0.#######} {unit}");
    }
}
