using System.Numerics;
using System.Runtime.InteropServices;
using HilBench.Scene.Drawing;
using HilBench.Scene.Gl;
using Silk.NET.OpenGL;
using Framebuffer = HilBench.Scene.Gl.Framebuffer;

namespace HilBench.Scene;

/// <summary>Draws moments, without a screen. It belongs to the thread that made it, and draws as many pictures as one likes.</summary>
public sealed class SceneRenderer : IDisposable
{
    private const float PanelShare = 0.28f;
    private const int LeastType = 9;

    private readonly EglContext _context;
    private readonly ShaderProgram _program;
    private readonly TriangleMesh _mesh;
    private readonly GlyphAtlas _atlas;
    private Framebuffer _target;

    /// <summary>Makes it.</summary>
    /// <param name="style">How to draw.</param>
    /// <exception cref="SceneException">The machine has no OpenGL; the message says how to get it.</exception>
    /// <exception cref="ArgumentException">The style is outside its ranges.</exception>
    public SceneRenderer(SceneStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        if (style.Check() is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(style));
        }

        Style = style;
        _context = new EglContext();
        try
        {
            var gl = _context.Api;
            Software = gl.GetStringS(StringName.Renderer) ?? "unknown";
            _program = new ShaderProgram(gl);
            _mesh = new TriangleMesh(gl);
            _atlas = new GlyphAtlas(gl);
            _target = new Framebuffer(gl, style.Width, style.Height);
            gl.Enable(EnableCap.Multisample);
            gl.Enable(EnableCap.Blend);
            gl.BlendFuncSeparate(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha); // stays opaque
        }
        catch
        {
            _context.Dispose();
            throw;
        }
    }

    /// <summary>How OpenGL is got where it is missing: a command.</summary>
    public static string Remedy => EglContext.Remedy;

    /// <summary>How it draws.</summary>
    public SceneStyle Style { get; }

    /// <summary>What draws, as OpenGL names it, for example <c>llvmpipe (LLVM 15.0.6, 256 bits)</c>.</summary>
    public string Software { get; }

    /// <summary>Draws a small picture of nothing but its frame, to see whether this machine can.</summary>
    /// <returns>What drew it: <see cref="Software"/>.</returns>
    /// <exception cref="SceneException">The machine has no OpenGL, or what it has draws nothing.</exception>
    public static string Try()
    {
        using var renderer = new SceneRenderer(new SceneStyle(320, 240));
        var picture = renderer.Draw(new SceneMoment { At = default, Elapsed = TimeSpan.Zero, Site = null, Signals = [], Vehicles = [], Messages = [], Alerts = [] });
        return MemoryMarshal.Cast<byte, int>(picture.Pixels).ContainsAnyExcept(MemoryMarshal.Read<int>(picture.Pixels))
            ? renderer.Software
            : throw new SceneException($"{renderer.Software} draws nothing but one colour.") { Lacking = $"{renderer.Software} draws nothing but one colour" };
    }

    /// <summary>Draws a moment.</summary>
    public ScenePicture Draw(SceneMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        _context.Bind();
        var palette = Style.Dark ? Palette.Dark : Palette.Light;
        var extent = new Vector2(Style.Width, Style.Height);
        var map = new Vector2(MathF.Round(Style.Width * (1 - PanelShare)), Style.Height);
        var camera = new SceneCamera(Style, (int)map.X, Style.Height);
        var ground = new ShapeBatch();
        var type = (int)Math.Max(LeastType, Math.Min(Style.Height / 44f, Style.Width / 70f));
        var sheet = new Sheet(_atlas, palette, type);
        var labels = new LabelPlacer(map);
        MapFurniture.Scale(sheet, camera, labels, map.Y);
        var attribute = MapFurniture.Attribution(sheet, labels, map, moment);
        if (moment.Site is { } site)
        {
            new SitePainter(ground, palette).Paint(site, moment.Signals);
            new VehiclePainter(ground, palette, camera).Paint(moment.Vehicles);
            var vehicles = new VehicleLabels(sheet, camera, labels, map);
            var air = new AirPainter(sheet, camera, labels, map);
            vehicles.KeepClear(moment.Vehicles);
            air.PaintLines(moment);
            new SignalPainter(sheet, camera, labels).Paint(site, moment.Signals);
            air.PaintUnits();
            vehicles.Write(moment.Vehicles);
            air.WriteKinds();
        }

        attribute();
        new PanelPainter(sheet, map.X, extent).Paint(moment);
        return Render(ground, camera, sheet, palette, map);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _context.Bind();
        _target.Dispose();
        _atlas.Dispose();
        _mesh.Dispose();
        _program.Dispose();
        _context.Dispose();
    }

    private ScenePicture Render(ShapeBatch ground, SceneCamera camera, Sheet sheet, Palette palette, Vector2 map)
    {
        var gl = _context.Api;
        var clear = palette.Ground;
        _target.Bind();
        gl.Viewport(0, 0, (uint)Style.Width, (uint)Style.Height);
        gl.ClearColor((clear & 0xFF) / 255f, ((clear >> 8) & 0xFF) / 255f, ((clear >> 16) & 0xFF) / 255f, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        gl.Viewport(0, 0, (uint)map.X, (uint)map.Y);
        _program.Use(camera.ToClip);
        _mesh.Draw(ground.Corners);
        gl.Viewport(0, 0, (uint)Style.Width, (uint)Style.Height);
        _program.Use(Matrix4x4.CreateOrthographicOffCenter(0, Style.Width, Style.Height, 0, -1, 1));
        _mesh.Draw(sheet.Shapes.Corners);
        return new ScenePicture(Style.Width, Style.Height, _target.Read());
    }
}
