namespace HilBench.Judging;

/// <summary>Operations on verdicts.</summary>
public static class Verdicts
{
    /// <summary>The worse of two verdicts.</summary>
    public static Verdict Worse(this Verdict one, Verdict other) => one > other ? one : other;

    /// <summary>The process exit code that tells a verdict: 0 pass, 1 fail, 2 inconclusive (or nothing judged), 3 error.</summary>
    public static int ExitCode(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => 0,
        Verdict.Fail => 1,
        Verdict.Error => 3,
        _ => 2,
    };
}
