namespace HilBench.Emulators.Ntcip1202;

/// <summary>Columns of the phase control group table (NTCIP 1202 v03, phase 5).</summary>
internal enum PhaseControlColumn
{
    PhaseOmit = 2,
    PedOmit = 3,
    Hold = 4,
    ForceOff = 5,
    VehCall = 6,
    PedCall = 7,
}
