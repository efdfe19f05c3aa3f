namespace HilBench.Cli;

/// <summary>What the process tells its caller. A judged run takes its code from the run record's verdict.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for was done; a judged run passed.</summary>
    public const int Pass = 0;

    /// <summary>The device fails, or a message breaks its definition.</summary>
    public const int Fail = 1;

    /// <summary>Evidence is missing or too uncertain.</summary>
    public const int Inconclusive = 2;

    /// <summary>The bench or what it was given is at fault; nothing is said about the device.</summary>
    public const int Error = 3;

    /// <summary>The command line is wrong (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;
}
