using Silk.NET.OpenGL;

namespace HilBench.Scene.Gl;

/// <summary>The glyph atlas on the OpenGL side: one octet a pixel, how much of it is covered.</summary>
internal sealed class AtlasTexture : IDisposable
{
    private readonly GL _gl;
    private readonly uint _texture;

    public unsafe AtlasTexture(GL gl, int size)
    {
        _gl = gl;
        _texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, _texture);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        var empty = new byte[size * size];
        fixed (byte* pixels = empty)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.R8, (uint)size, (uint)size, 0, PixelFormat.Red, PixelType.UnsignedByte, pixels);
        }

        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
    }

    /// <summary>Puts one glyph into it.</summary>
    public unsafe void Put(int x, int y, int width, int height, ReadOnlySpan<byte> cover)
    {
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        fixed (byte* pixels = cover)
        {
            _gl.TexSubImage2D(TextureTarget.Texture2D, 0, x, y, (uint)width, (uint)height, PixelFormat.Red, PixelType.UnsignedByte, pixels);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteTexture(_texture);
}
