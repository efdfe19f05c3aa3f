namespace HilBench.Scene;

/// <summary>A finding that a picture shows.</summary>
/// <param name="Title">Which, for example <c>US-CI-013, finding 1</c>.</param>
/// <param name="Text">What happened, one sentence.</param>
/// <param name="Device">The device it is about; null for none.</param>
public sealed record SceneMark(string Title, string Text, string? Device);
