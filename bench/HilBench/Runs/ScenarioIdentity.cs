namespace HilBench.Runs;

/// <summary>The scenario of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What happens in it.</param>
/// <param name="File">File in the evidence folder.</param>
/// <param name="Sha256">Digest of that file, lower-case hexadecimal.</param>
/// <param name="LengthSeconds">Declared length in seconds.</param>
public sealed record ScenarioIdentity(string Name, string Description, string File, string Sha256, double LengthSeconds);
