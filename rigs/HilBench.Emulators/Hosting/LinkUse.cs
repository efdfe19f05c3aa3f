namespace HilBench.Emulators.Hosting;

/// <summary>What a device does on a link of its own accord.</summary>
public enum LinkUse
{
    /// <summary>It sends; the settings say where to.</summary>
    Sends,

    /// <summary>It listens and may answer; the settings say where.</summary>
    Listens,
}
