using HilBench.Links;

namespace HilBench.Observing;

/// <summary>How a tap is written as an interface of a capture, and read back.</summary>
internal static class TapDescription
{
    private const string Mark = "; stamps: ";
    private const string PacketMark = "stamp: ";

    /// <summary>What is observed, then where the stamps are taken: a capture alone must say it.</summary>
    public static string Write(TapInterface tap) => tap.Description + Mark + Name(tap.Stamps);

    /// <summary>The tap of an interface. Captures of other programs: named after the interface, else after its number; stamped in the kernel.</summary>
    public static TapInterface Read(int number, int linkType, string? name, string? description)
    {
        var text = description ?? "";
        var mark = text.LastIndexOf(Mark, StringComparison.Ordinal);
        var stamps = mark < 0 ? null : Source(text[(mark + Mark.Length)..]);
        return new TapInterface(
            string.IsNullOrEmpty(name) ? $"capture{number}" : name,
            (LinkLayer)linkType,
            stamps ?? StampSource.Kernel,
            stamps is null ? text : text[..mark]);
    }

    /// <summary>The comment of a message whose stamp was not taken where the tap's are; null where it was.</summary>
    public static string? Comment(TapFrame frame) => frame.Source == frame.Tap.Stamps ? null : PacketMark + Name(frame.Source);

    /// <summary>Where a packet's stamp was taken, by its comment; null when it does not say.</summary>
    public static StampSource? SourceIn(string? comment) =>
        comment?.StartsWith(PacketMark, StringComparison.Ordinal) == true ? Source(comment[PacketMark.Length..]) : null;

    private static StampSource? Source(string name)
    {
        foreach (var source in Enum.GetValues<StampSource>())
        {
            if (Name(source) == name)
            {
                return source;
            }
        }

        return null;
    }

    private static string Name(StampSource source) => source switch
    {
        StampSource.Virtual => "virtual clock",
        StampSource.UserSpace => "user space",
        StampSource.Kernel => "kernel",
        _ => "hardware",
    };
}
