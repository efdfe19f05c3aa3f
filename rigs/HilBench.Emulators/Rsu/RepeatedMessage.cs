using HilBench.Wire.Ieee1609;

namespace HilBench.Emulators.Rsu;

/// <summary>A message that is stored and repeated, or sent at once, as a row has it.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Channel">Radio channel.</param>
/// <param name="Payload">The payload. Compared by reference.</param>
/// <param name="IsData">Whether the payload is IEEE 1609.2 data already, to which only WSMP is added.</param>
/// <param name="Interval">From one repetition to the next; zero for a message that is sent once.</param>
/// <param name="Window">When it is sent.</param>
internal sealed record RepeatedMessage(
    Psid Psid, byte Channel, ReadOnlyMemory<byte> Payload, bool IsData, TimeSpan Interval, DeliveryWindow Window);
