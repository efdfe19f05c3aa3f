namespace HilBench.Wire.OpenV2X;

/// <summary>JSON that is not what it should be. Never leaves the readers.</summary>
internal sealed class JsonContentException(string path, string reason) : Exception($"{path}: {reason}");
