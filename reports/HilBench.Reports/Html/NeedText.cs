using HilBench.Judging;

namespace HilBench.Reports.Html;

/// <summary>Why a purpose is not executable, as the pages say it.</summary>
internal static class NeedText
{
    /// <summary>The reason in English, the key of its translation.</summary>
    public static string Of(PurposeNeed need) => need switch
    {
        PurposeNeed.Rule => "no rule is written for it yet",
        PurposeNeed.UpperTester => "no rule yet; an Upper Tester must tell the device what to do",
        PurposeNeed.Position => "no rule yet; a real device needs simulated positions",
        PurposeNeed.VehicleBus => "no rule yet; needs the vehicle bus or a test control interface",
        PurposeNeed.Alert => "no rule yet; the device's warnings must be readable",
        PurposeNeed.Radio => "needs a radio",
        _ => "needs a review of the manufacturer's evidence; there is nothing to run",
    };
}
