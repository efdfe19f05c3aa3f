using HilBench.Rigs;
using HilBench.Wire.Ieee1609;

namespace HilBench.Drivers.Rsu;

/// <summary>The dialect that a rig file names.</summary>
internal static class RsuDialects
{
    /// <summary>Makes it; words are those that the reader of rig files allows.</summary>
    public static RsuDialect Of(RoadSideUnitPlan plan)
    {
        var dialect = new RsuDialect(plan.Mib) { DeliveryOffset = plan.DeliveryOffset, FirstRow = (uint)plan.FirstRow };
        return plan.Dialect.Aggregate(dialect, (made, word) => word switch
        {
            "psid-padded-left" => Psids(made, PsidForm.PaddedLeft),
            "psid-padded-right" => Psids(made, PsidForm.PaddedRight),
            "psid-plain" => Psids(made, PsidForm.Plain),
            "psid-decimal-digits" => made with { PsidReads = PsidForm.DecimalDigits },
            "edits-in-operate" => made with { EditsInStandby = false },
            "rows-by-columns" => made with { ColumnByColumn = true },
            "interval-in-seconds" => made with { IntervalInSeconds = true },
            "options-least-bit-first" => made with { OptionsLeastBitFirst = true },
            "ipv4-in-front" => made with { Ipv4InFront = true },
            _ => throw new InvalidOperationException($"No dialect '{word}'."),
        });
    }

    private static RsuDialect Psids(RsuDialect dialect, PsidForm form) => dialect with { PsidWrites = form, PsidReads = form };
}
