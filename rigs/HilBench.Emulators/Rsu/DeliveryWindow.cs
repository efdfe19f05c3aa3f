namespace HilBench.Emulators.Rsu;

/// <summary>When a row of a table works.</summary>
/// <param name="Start">From then on; null for no limit.</param>
/// <param name="Stop">Until before then; null for no limit.</param>
internal sealed record DeliveryWindow(DateTimeOffset? Start, DateTimeOffset? Stop)
{
    /// <summary>Whether a time is inside.</summary>
    public bool Includes(DateTimeOffset time) => !(time < Start) && !(time >= Stop);
}
