namespace HilBench.Observing;

/// <summary>A piece of the conversation between the bench and a device, over an interface whose messages no rule judges. Its octets are in the recording.</summary>
/// <param name="Protocol">What is spoken, for example <c>GB/T 20999</c>.</param>
public sealed record DialogueContent(string Protocol) : Content;
