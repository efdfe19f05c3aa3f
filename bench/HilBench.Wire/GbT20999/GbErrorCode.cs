namespace HilBench.Wire.GbT20999;

/// <summary>Why a value cannot be told or set. From one public implementation; the code for what does not exist was also seen from a device.</summary>
public enum GbErrorCode : byte
{
    /// <summary>The value is not allowed.</summary>
    BadValue = 0x10,

    /// <summary>The value has another number of octets.</summary>
    WrongLength = 0x11,

    /// <summary>The value is outside its range.</summary>
    OutOfRange = 0x12,

    /// <summary>It can only be read.</summary>
    ReadOnly = 0x20,

    /// <summary>The controller does not have it.</summary>
    NotThere = 0x30,

    /// <summary>Something else is wrong.</summary>
    General = 0x40,

    /// <summary>The controller does not follow the order now.</summary>
    ControlFailed = 0x50,
}
