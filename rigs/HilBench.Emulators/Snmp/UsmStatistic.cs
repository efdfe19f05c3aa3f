namespace HilBench.Emulators.Snmp;

/// <summary>Why a message of SNMPv3 was refused; the number is the counter's in usmStats (RFC 3414 5).</summary>
internal enum UsmStatistic
{
    UnsupportedSecurityLevels = 1,
    NotInTimeWindows = 2,
    UnknownUserNames = 3,
    UnknownEngineIds = 4,
    WrongDigests = 5,
    DecryptionErrors = 6,
}
