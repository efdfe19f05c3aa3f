namespace HilBench.Scene;

/// <summary>One vehicle at a moment: where it is, where its unit says it is, or both.</summary>
/// <param name="Name">Its name in the scenario; of a unit that no truth is known of, the name of its tap and its temporary id.</param>
/// <param name="Device">The OBU that it carries; null for none.</param>
/// <param name="Truth">Where the bench had it; null in a recording without truth.</param>
/// <param name="Claim">Where its last BSM says that it is; null without one in the last half second.</param>
/// <param name="ErrorMetres">Distance of the claim from the truth of the time of the BSM, in m; null when one of them is missing.</param>
/// <param name="LengthMetres">Length in m.</param>
/// <param name="WidthMetres">Width in m.</param>
public sealed record SceneVehicle(
    string Name, string? Device, ScenePose? Truth, ScenePose? Claim, double? ErrorMetres, double LengthMetres, double WidthMetres)
{
    /// <summary>
    /// Signal group at whose red its front crossed the stop line in the last five seconds, as the bench's truth and the lamps show; null when
    /// it did not, or when that cannot be known.
    /// </summary>
    public int? RanRedOf { get; init; }

    /// <summary>The truth where it is known, else the claim.</summary>
    public ScenePose Pose => Truth ?? Claim ?? default;
}
