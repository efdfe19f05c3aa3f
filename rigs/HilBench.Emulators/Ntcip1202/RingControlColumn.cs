namespace HilBench.Emulators.Ntcip1202;

/// <summary>Columns of the ring control group table (NTCIP 1202 v03, ring 5). The last is not in v02.</summary>
internal enum RingControlColumn
{
    StopTime = 2,
    ForceOff = 3,
    Max2 = 4,
    MaxInhibit = 5,
    PedRecycle = 6,
    RedRest = 7,
    OmitRedClear = 8,
    Max3 = 9,
}
