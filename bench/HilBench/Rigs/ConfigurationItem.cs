namespace HilBench.Rigs;

/// <summary>One readable setting or identity of a device, as the device itself states it. Never a secret.</summary>
/// <param name="Name">What it is, with instance where there are several, for example <c>phaseMinimumGreen.2</c> or <c>firmware version</c>.</param>
/// <param name="Value">Its value for people, with unit where there is one.</param>
public sealed record ConfigurationItem(string Name, string Value);
