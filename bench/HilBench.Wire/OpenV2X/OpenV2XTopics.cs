namespace HilBench.Wire.OpenV2X;

/// <summary>MQTT topics between road-side units and the edge or cloud platform, as OpenV2X has them. A unit is named by its serial number (esn).</summary>
public static class OpenV2XTopics
{
    /// <summary>A unit names itself.</summary>
    public const string InfoUp = "V2X/RSU/INFO/UP";

    /// <summary>A unit is there. The platform takes it for online for <see cref="HeartbeatLifetime"/>.</summary>
    public const string HeartbeatUp = "V2X/RSU/HB/UP";

    /// <summary>A unit tells its versions.</summary>
    public const string BaseInfoUp = "V2X/RSU/BaseINFO/UP";

    /// <summary>A unit tells its load.</summary>
    public const string RunningInfoUp = "V2X/RSU/RunningInfo/UP";

    /// <summary>A unit answers what was queried.</summary>
    public const string InfoQueryResponse = "V2X/RSU/INFOQuery/Response";

    /// <summary>How long a heartbeat keeps a unit online.</summary>
    public static readonly TimeSpan HeartbeatLifetime = TimeSpan.FromSeconds(15);

    /// <summary>What goes down to a unit, for example <c>V2X/RSU/R328328/MAP/DOWN</c>.</summary>
    /// <param name="esn">The unit; <c>+</c> for all in a subscription.</param>
    /// <param name="kind">MAP, CONFIG, MNG, RSI or RSM.</param>
    public static string Down(string esn, string kind) => $"V2X/RSU/{esn}/{kind}/DOWN";

    /// <summary>Where a unit acknowledges what came down.</summary>
    /// <param name="esn">The unit; <c>+</c> for all in a subscription.</param>
    /// <param name="kind">MAP, CONFIG or MNG.</param>
    public static string Acknowledgement(string esn, string kind) => $"V2X/RSU/{esn}/{kind}/DOWN/ACK";

    /// <summary>What a unit sends up, for example <c>V2X/RSU/R328328/BSM/UP</c>.</summary>
    /// <param name="esn">The unit; <c>+</c> for all in a subscription.</param>
    /// <param name="kind">BSM, SPAT, MAP, RSI or RSM.</param>
    public static string Up(string esn, string kind) => $"V2X/RSU/{esn}/{kind}/UP";

    /// <summary>A query of a unit.</summary>
    public static string InfoQuery(string esn) => $"V2X/RSU/{esn}/INFOQuery";

    /// <summary>The parts of a topic that names a unit: V2X, RSU, esn, kind, UP or DOWN, and perhaps more.</summary>
    /// <returns>Null when it is none.</returns>
    public static (string Esn, string Kind, string Direction)? Parts(string topic) =>
        topic.Split('/') is ["V2X", "RSU", var esn, var kind, ("UP" or "DOWN") and var direction, ..] ? (esn, kind, direction) : null;
}
