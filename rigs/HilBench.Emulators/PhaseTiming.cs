namespace HilBench.Emulators;

/// <summary>Timing of one NEMA phase. Times are seconds and are kept to a tenth.</summary>
/// <param name="Phase">Phase number, 1 to 16.</param>
/// <param name="Ring">Ring, from 1. Phases of one ring are served one after the other, in the order of the plan.</param>
/// <param name="BarrierGroup">Barrier group: phases of different groups are never served together.</param>
/// <param name="MinGreenSeconds">Shortest green, above 0.</param>
/// <param name="PassageSeconds">How long the last vehicle holds the green.</param>
/// <param name="MaxGreenSeconds">Longest green, counted from the first conflicting call.</param>
/// <param name="YellowSeconds">Yellow change, above 0.</param>
/// <param name="RedClearSeconds">Red clearance, 0 or more.</param>
/// <param name="WalkSeconds">Walk; 0 when the phase has no pedestrian signal.</param>
/// <param name="PedClearSeconds">Pedestrian clearance, 0 when the phase has no pedestrian signal.</param>
/// <param name="Recall">Call without a detector.</param>
public sealed record PhaseTiming(
    int Phase,
    int Ring,
    int BarrierGroup,
    double MinGreenSeconds,
    double PassageSeconds,
    double MaxGreenSeconds,
    double YellowSeconds,
    double RedClearSeconds,
    double WalkSeconds,
    double PedClearSeconds,
    Recall Recall);
