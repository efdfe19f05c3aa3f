using System.CommandLine;
using System.Globalization;

namespace HilBench.Cli;

/// <summary>The option <c>--skip</c> of the commands that read captures.</summary>
internal static class SkipOption
{
    /// <summary>Makes the option.</summary>
    public static Option<int> Create()
    {
        var skip = new Option<int>("--skip")
        {
            Description = "Octets to pass over before each air frame of a capture: a header of the unit that made it.",
            HelpName = "octets",
        };
        skip.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                result.AddError($"--skip: '{text}' is no number of octets; expected 0 to {ushort.MaxValue}");
            }
        });
        return skip;
    }
}
