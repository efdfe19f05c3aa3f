namespace HilBench.Wire.GbT20999;

/// <summary>What a frame is for. An answer's number is the request's plus 0x10, an error's plus 0x11.</summary>
public enum GbFrameType : byte
{
    /// <summary>The host asks for values.</summary>
    Query = 0x10,

    /// <summary>The values asked for.</summary>
    QueryReply = 0x20,

    /// <summary>What cannot be told, each with a <see cref="GbErrorCode"/>.</summary>
    QueryError = 0x21,

    /// <summary>The host sets values.</summary>
    Set = 0x30,

    /// <summary>The values were set.</summary>
    SetReply = 0x40,

    /// <summary>What cannot be set, each with a <see cref="GbErrorCode"/>.</summary>
    SetError = 0x41,

    /// <summary>To all; nobody answers.</summary>
    Broadcast = 0x50,

    /// <summary>The controller tells of itself: alarms and faults.</summary>
    Trap = 0x60,

    /// <summary>Asks whether the other end is there.</summary>
    HeartbeatQuery = 0x70,

    /// <summary>The answer that some devices give to a heartbeat instead of <see cref="HeartbeatReply"/>.</summary>
    VendorHeartbeatReply = 0x71,

    /// <summary>The other end is there.</summary>
    HeartbeatReply = 0x80,
}
