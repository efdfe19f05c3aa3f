using Silk.NET.OpenGL;

namespace HilBench.Scene.Gl;

/// <summary>Where a picture is drawn: several samples a pixel, resolved into one when it is read.</summary>
internal sealed class Framebuffer : IDisposable
{
    private const uint WantedSamples = 8;

    private readonly GL _gl;
    private readonly uint _samples;
    private readonly uint _sampledColour;
    private readonly uint _resolved;
    private readonly uint _resolvedColour;

    public Framebuffer(GL gl, int width, int height)
    {
        _gl = gl;
        Width = width;
        Height = height;
        var most = (uint)gl.GetInteger(GLEnum.MaxSamples);
        (_samples, _sampledColour) = Make(Math.Min(WantedSamples, most));
        (_resolved, _resolvedColour) = Make(0);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Draws into it from now on.</summary>
    public void Bind() => _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _samples);

    /// <summary>The pixels: red, green, blue, alpha, rows from the top.</summary>
    public unsafe byte[] Read()
    {
        _gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _samples);
        _gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, _resolved);
        _gl.BlitFramebuffer(0, 0, Width, Height, 0, 0, Width, Height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Nearest);
        _gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _resolved);
        var rows = new byte[Width * Height * 4];
        fixed (byte* pixels = rows)
        {
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        }

        Flip(rows, Width * 4);
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gl.DeleteFramebuffer(_samples);
        _gl.DeleteFramebuffer(_resolved);
        _gl.DeleteRenderbuffer(_sampledColour);
        _gl.DeleteRenderbuffer(_resolvedColour);
    }

    // OpenGL's rows begin at the bottom.
    private static void Flip(Span<byte> rows, int stride)
    {
        var spare = new byte[stride];
        for (int top = 0, bottom = rows.Length - stride; top < bottom; top += stride, bottom -= stride)
        {
            rows.Slice(top, stride).CopyTo(spare);
            rows.Slice(bottom, stride).CopyTo(rows[top..]);
            spare.CopyTo(rows[bottom..]);
        }
    }

    private (uint Framebuffer, uint Colour) Make(uint samples)
    {
        var framebuffer = _gl.GenFramebuffer();
        var colour = _gl.GenRenderbuffer();
        _gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, colour);
        _gl.RenderbufferStorageMultisample(RenderbufferTarget.Renderbuffer, samples, InternalFormat.Rgba8, (uint)Width, (uint)Height);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        _gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, RenderbufferTarget.Renderbuffer, colour);
        var status = _gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        return status == GLEnum.FramebufferComplete
            ? (framebuffer, colour)
            : throw new SceneException($"OpenGL gives no picture of {Width} x {Height} pixels ({status}); ask for a smaller one.");
    }
}
