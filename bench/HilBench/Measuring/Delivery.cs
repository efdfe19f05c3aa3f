namespace HilBench.Measuring;

/// <summary>How every expected message ended. Late is not lost: a late message was seen, however late.</summary>
public sealed record Delivery(long Expected, long InTime, long Late, long Lost, long Duplicated, long Altered, long Unexpected);
