using HilBench.Wire.Tci;
using TciException = HilBench.Wire.Tci.Exception;

namespace HilBench.Emulators.Tci;

/// <summary>What a unit says when it does not do what it was asked.</summary>
internal static class Refusals
{
    private const int LongestText = 1200;

    public static TciException Refuse(ExceptionId id, string description) => new()
    {
        Type = ExceptionType.Error,
        Id = id,
        Module = "TCIA",
        Description = description.Length > LongestText ? description[..LongestText] : description,
    };
}
