using HilBench.Links;

namespace HilBench.Observing;

/// <summary>How a tap is written as an interface of a capture, and read back.</summary>
internal static class TapDescription
{
    private const string Mark = "; stamps: ";

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
