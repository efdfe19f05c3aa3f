namespace HilBench.Wire.UpperTester;

/// <summary>What a DENM tells of its event.</summary>
/// <param name="InformationQuality">0 to 7.</param>
/// <param name="Cause">Cause code.</param>
/// <param name="SubCause">Sub cause code.</param>
public sealed record DenmSituation(int InformationQuality, int Cause, int SubCause);
