namespace HilBench.Drivers.Tci;

/// <summary>Which standard's frame carries the requests about basic safety messages.</summary>
public enum TciStandard
{
    /// <summary>SAE J2945/1, DSRC.</summary>
    J29451,

    /// <summary>SAE J3161/1, C-V2X.</summary>
    J31611,
}
