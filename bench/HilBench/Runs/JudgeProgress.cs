namespace HilBench.Runs;

/// <summary>How far a capture has been judged.</summary>
/// <param name="Share">Share of its octets, 0..1.</param>
/// <param name="Packets">Packets read.</param>
public readonly record struct JudgeProgress(double Share, long Packets);
