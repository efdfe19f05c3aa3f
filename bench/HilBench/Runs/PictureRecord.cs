using HilBench.Links;

namespace HilBench.Runs;

/// <summary>A picture of the scene at the moment of a finding, kept in the evidence folder. Verdicts never depend on it.</summary>
/// <param name="File">The PNG, relative to the evidence folder, with <c>/</c>, for example <c>pictures/US-BSM-004-1.png</c>.</param>
/// <param name="Purpose">Id of the test purpose.</param>
/// <param name="Finding">Index into that purpose's findings, from 0.</param>
/// <param name="Time">The moment that is shown.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Caption">What it shows, one sentence.</param>
public sealed record PictureRecord(string File, string Purpose, int Finding, Instant Time, int Width, int Height, string Caption);
