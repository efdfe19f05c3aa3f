using System.Numerics;
using System.Runtime.InteropServices;

namespace HilBench.Scene.Gl;

/// <summary>A corner of a triangle, 24 octets.</summary>
/// <param name="Place">Metres on the site (east, north, up), or pixels of the picture.</param>
/// <param name="Glyph">Place in the atlas, 0 to 1; negative for a plain triangle.</param>
/// <param name="Colour">Red, green, blue, alpha: an octet each, red lowest.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct SceneVertex(Vector3 Place, Vector2 Glyph, uint Colour)
{
    /// <summary>Octets of one.</summary>
    public const int Length = 24;
}
