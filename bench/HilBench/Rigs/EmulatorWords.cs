namespace HilBench.Rigs;

/// <summary>Names that a rig file may switch on at emulated devices.</summary>
/// <param name="Defects">Defects that a kind of device knows.</param>
/// <param name="Personalities">Personalities that a kind of device knows.</param>
public sealed record EmulatorWords(Func<string, IReadOnlyCollection<string>> Defects, Func<string, IReadOnlyCollection<string>> Personalities);
