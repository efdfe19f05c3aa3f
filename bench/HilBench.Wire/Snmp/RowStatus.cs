namespace HilBench.Wire.Snmp;

/// <summary>State of a row that comes and goes, and what a manager asks of it (RFC 2579 2, RowStatus). 4, 5 and 6 are requests: they are not read back.</summary>
public enum RowStatus
{
    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Complete, but not in use.</summary>
    NotInService = 2,

    /// <summary>A column is missing. Never written.</summary>
    NotReady = 3,

    /// <summary>Make the row and use it.</summary>
    CreateAndGo = 4,

    /// <summary>Make the row, to be used later.</summary>
    CreateAndWait = 5,

    /// <summary>Take the row away.</summary>
    Destroy = 6,
}
