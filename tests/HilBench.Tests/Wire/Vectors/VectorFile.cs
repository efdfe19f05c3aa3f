namespace HilBench.Tests.Wire.Vectors;

/// <summary>A file of vectors and the codec it is held against.</summary>
/// <param name="Name">File name in the folder of shared vectors.</param>
/// <param name="Schema">The generated codec.</param>
/// <param name="Count">How many vectors it has at least.</param>
internal sealed record VectorFile(string Name, VectorSchema Schema, int Count)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
