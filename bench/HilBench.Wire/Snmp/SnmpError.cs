namespace HilBench.Wire.Snmp;

/// <summary>The error status of a response (RFC 3416 3). SNMPv1 has the first six only (RFC 1157 4.1.1); RFC 3584 4.4 maps the others to them.</summary>
public enum SnmpError
{
    /// <summary>No error.</summary>
    NoError = 0,

    /// <summary>The response would not fit into a message.</summary>
    TooBig = 1,

    /// <summary>There is no such instance. SNMPv1 only.</summary>
    NoSuchName = 2,

    /// <summary>The value is not allowed. SNMPv1 only.</summary>
    BadValue = 3,

    /// <summary>The object cannot be written. SNMPv1 only, and little used.</summary>
    ReadOnly = 4,

    /// <summary>Something else went wrong.</summary>
    GenErr = 5,

    /// <summary>The requester may not access the object.</summary>
    NoAccess = 6,

    /// <summary>The value is of another type.</summary>
    WrongType = 7,

    /// <summary>The value's length is not allowed.</summary>
    WrongLength = 8,

    /// <summary>The value is not encoded as the object asks.</summary>
    WrongEncoding = 9,

    /// <summary>The value can never be assigned.</summary>
    WrongValue = 10,

    /// <summary>The instance can never be made.</summary>
    NoCreation = 11,

    /// <summary>The value cannot be assigned now.</summary>
    InconsistentValue = 12,

    /// <summary>There is nothing left to make it with.</summary>
    ResourceUnavailable = 13,

    /// <summary>The assignment failed, and all others of the request were undone.</summary>
    CommitFailed = 14,

    /// <summary>The assignment failed, and not all others could be undone.</summary>
    UndoFailed = 15,

    /// <summary>The request was not authorized.</summary>
    AuthorizationError = 16,

    /// <summary>The object cannot be written.</summary>
    NotWritable = 17,

    /// <summary>The instance cannot be made now.</summary>
    InconsistentName = 18,
}
