namespace HilBench.Wire;

/// <summary>Why octets are not the message they should be.</summary>
/// <param name="Message">What was found, what was expected and, where there is one, the remedy.</param>
/// <param name="Offset">Octet offset of the trouble from the start of the message, from 0.</param>
public readonly record struct WireError(string Message, int Offset)
{
    /// <summary>The message with its offset, for example <c>octet 0: found 0x00, expected 0xCD</c>.</summary>
    public override string ToString() => $"octet {Offset}: {Message}";
}
