namespace HilBench.Measuring;

/// <summary>How every expected message ended. Late is not lost: a late message was seen, however late.</summary>
/// <param name="Expected">Messages that were to come.</param>
/// <param name="InTime">Those that came within the limit.</param>
/// <param name="Late">Those that came after it.</param>
/// <param name="Lost">Those that never came.</param>
/// <param name="Duplicated">Messages that came once more.</param>
/// <param name="Altered">Messages that came with other content.</param>
/// <param name="Unexpected">Messages that nobody asked for.</param>
public sealed record Delivery(long Expected, long InTime, long Late, long Lost, long Duplicated, long Altered, long Unexpected);
