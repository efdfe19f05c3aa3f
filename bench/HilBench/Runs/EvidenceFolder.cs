namespace HilBench.Runs;

/// <summary>File names in the evidence folder of a run.</summary>
public static class EvidenceFolder
{
    /// <summary>The recording: one interface a tap.</summary>
    public const string Capture = "capture.pcapng";

    /// <summary>What is known at the start: <see cref="RunHeader"/>.</summary>
    public const string Header = "header.json";

    /// <summary>The run record: <see cref="RunRecord"/>.</summary>
    public const string Record = "run.json";

    /// <summary>SHA-256 of every other file, in the form that <c>sha256sum --check</c> reads.</summary>
    public const string Manifest = "manifest.sha256";

    /// <summary>Folder with copies of the files that went into the run: scenario, site, rig.</summary>
    public const string Inputs = "inputs";
}
