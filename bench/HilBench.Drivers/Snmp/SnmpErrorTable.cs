using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>The errors of responses for people: the standard's name and what it means.</summary>
internal static class SnmpErrorTable
{
    public static string Describe(SnmpError error) => error switch
    {
        SnmpError.TooBig => "tooBig (more bindings or octets than the agent takes; lower the limit of bindings)",
        SnmpError.NoSuchName => "noSuchName (no such instance, or it may not be accessed)",
        SnmpError.BadValue => "badValue (the agent does not take this value)",
        SnmpError.ReadOnly => "readOnly (it cannot be written)",
        SnmpError.GenErr => "genErr (the agent says no more)",
        SnmpError.NoAccess => "noAccess (this user or community may not access it)",
        SnmpError.WrongType => "wrongType (the value is of another type)",
        SnmpError.WrongLength => "wrongLength (the value's length is not allowed)",
        SnmpError.WrongEncoding => "wrongEncoding (the value is not encoded as the object asks)",
        SnmpError.WrongValue => "wrongValue (the value can never be assigned)",
        SnmpError.NoCreation => "noCreation (the instance can never be made)",
        SnmpError.InconsistentValue => "inconsistentValue (the value cannot be assigned now)",
        SnmpError.ResourceUnavailable => "resourceUnavailable (there is no room)",
        SnmpError.CommitFailed => "commitFailed (the assignment failed and was undone)",
        SnmpError.UndoFailed => "undoFailed (the assignment failed and was not undone whole)",
        SnmpError.AuthorizationError => "authorizationError (this user may not do so at this level of protection)",
        SnmpError.NotWritable => "notWritable (it cannot be written)",
        SnmpError.InconsistentName => "inconsistentName (the instance cannot be made now)",
        _ => $"error status {(int)error}",
    };
}
