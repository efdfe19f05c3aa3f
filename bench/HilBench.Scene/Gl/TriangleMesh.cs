using System.Runtime.InteropServices;
using Silk.NET.OpenGL;

namespace HilBench.Scene.Gl;

/// <summary>Triangles on their way to the screen: one buffer, one call a batch.</summary>
internal sealed class TriangleMesh : IDisposable
{
    private readonly GL _gl;
    private readonly uint _array;
    private readonly uint _buffer;

    public unsafe TriangleMesh(GL gl)
    {
        _gl = gl;
        _array = gl.GenVertexArray();
        _buffer = gl.GenBuffer();
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 3, VertexAttribPointerType.Float, false, SceneVertex.Length, (void*)0);
        gl.EnableVertexAttribArray(1);
        gl.VertexAttribPointer(1, 2, VertexAttribPointerType.Float, false, SceneVertex.Length, (void*)12);
        gl.EnableVertexAttribArray(2);
        gl.VertexAttribPointer(2, 4, VertexAttribPointerType.UnsignedByte, true, SceneVertex.Length, (void*)20);
    }

    /// <summary>Draws triangles, in their order.</summary>
    /// <param name="corners">Three for each triangle.</param>
    public void Draw(List<SceneVertex> corners)
    {
        _gl.BindVertexArray(_array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        _gl.BufferData<SceneVertex>(BufferTargetARB.ArrayBuffer, CollectionsMarshal.AsSpan(corners), BufferUsageARB.StreamDraw);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, (uint)corners.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gl.DeleteBuffer(_buffer);
        _gl.DeleteVertexArray(_array);
    }
}
