using System.Text.Json.Serialization;

namespace HilBench.Wire.OpenV2X;

/// <summary>A unit acknowledges what came down, for example <c>{"seqNum":"9","errorCode":0}</c>.</summary>
/// <param name="SeqNum">Number of what came down.</param>
/// <param name="ErrorCode">0 when it was taken.</param>
public sealed record DownAcknowledgement([property: JsonConverter(typeof(SequenceTextConverter))] string? SeqNum, int ErrorCode);
