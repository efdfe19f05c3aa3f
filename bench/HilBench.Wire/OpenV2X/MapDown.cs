using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.Wire.OpenV2X;

/// <summary>A map goes down to a unit (MAP/DOWN).</summary>
/// <param name="MapSlice">Name of the piece of map.</param>
/// <param name="Map">The map: T/CSAE 53 MapData as JSON (<see cref="MapJson"/>).</param>
/// <param name="ETag">Tag of its contents.</param>
/// <param name="Ack">Whether the platform asks for an acknowledgement; units acknowledge whatever it says.</param>
/// <param name="SeqNum">Number that the acknowledgement repeats; null in an older form.</param>
public sealed record MapDown(
    string? MapSlice, JsonElement Map, string? ETag, bool Ack, [property: JsonConverter(typeof(SequenceTextConverter))] string? SeqNum);
