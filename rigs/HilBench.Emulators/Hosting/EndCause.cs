namespace HilBench.Emulators.Hosting;

/// <summary>Why an emulator ended.</summary>
public enum EndCause
{
    /// <summary>Whoever runs it ended it: a signal, Ctrl-C.</summary>
    Signal,

    /// <summary>It was told to on its control port.</summary>
    Told,

    /// <summary>Nobody asked for it any more.</summary>
    LifelineGone,
}
