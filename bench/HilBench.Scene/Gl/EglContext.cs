using System.Globalization;
using Silk.NET.OpenGL;

namespace HilBench.Scene.Gl;

/// <summary>
/// An OpenGL 3.3 context without a screen. It belongs to the thread that made it. The display connection is the process's and stays open.
/// </summary>
internal sealed class EglContext : IDisposable
{
    /// <summary>How OpenGL is got.</summary>
    public const string Remedy = "sudo apt-get install libegl1 libgl1 libgl1-mesa-dri";

    private const string NoLibrary = "libEGL.so.1 cannot be loaded";

    private readonly nint _display;
    private nint _context;

    /// <summary>Makes the context and binds it to this thread.</summary>
    /// <exception cref="SceneException">The machine has no OpenGL.</exception>
    public EglContext()
    {
        try
        {
            _display = Egl.GetPlatformDisplay(Egl.PlatformSurfacelessMesa, 0, 0);
            Require(_display != 0 && Egl.Initialize(_display, out _, out _) != 0, "no display without a screen");
            Require(Egl.BindApi(Egl.OpenGlApi) != 0, "no desktop OpenGL");
            int[] wanted = [Egl.SurfaceType, 0, Egl.RenderableType, Egl.OpenGlBit, Egl.None];
            Require(Egl.ChooseConfig(_display, wanted, out var config, 1, out var found) != 0 && found > 0, "no configuration for OpenGL");
            int[] version = [Egl.ContextMajorVersion, 3, Egl.ContextMinorVersion, 3, Egl.ContextProfileMask, Egl.CoreProfileBit, Egl.None];
            _context = Egl.CreateContext(_display, config, 0, version);
            Require(_context != 0, "no OpenGL 3.3 context");
            Bind();
            Api = GL.GetApi(Egl.GetProcAddress);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new SceneException(Told(NoLibrary), missing) { Lacking = NoLibrary };
        }
    }

    /// <summary>The functions of OpenGL.</summary>
    public GL Api { get; }

    /// <summary>Binds the context to this thread: what is drawn next is drawn by it, whatever other contexts the thread has.</summary>
    public void Bind() => Require(Egl.MakeCurrent(_display, 0, 0, _context) != 0, "a context without surface cannot be used");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_context != 0)
        {
            _ = Egl.MakeCurrent(_display, 0, 0, 0);
            _ = Egl.DestroyContext(_display, _context);
            _context = 0;
            Api.Dispose();
        }
    }

    private static void Require(bool done, string what)
    {
        if (!done)
        {
            var lacking = string.Create(CultureInfo.InvariantCulture, $"{what} (EGL error 0x{Egl.GetError():X4})");
            throw new SceneException(Told(lacking)) { Lacking = lacking };
        }
    }

    private static string Told(string lacking) => $"no OpenGL on this machine, so no pictures: {lacking}; get it with: {Remedy}";
}
