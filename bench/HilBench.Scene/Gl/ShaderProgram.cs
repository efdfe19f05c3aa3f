using System.Numerics;
using Silk.NET.OpenGL;

namespace HilBench.Scene.Gl;

/// <summary>The one program that draws everything: coloured triangles, and glyphs out of an atlas.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL _gl;
    private readonly uint _program;
    private readonly int _toClip;

    public ShaderProgram(GL gl)
    {
        _gl = gl;
        var vertex = Compile(ShaderType.VertexShader, "scene.vert.glsl");
        var fragment = Compile(ShaderType.FragmentShader, "scene.frag.glsl");
        _program = gl.CreateProgram();
        gl.AttachShader(_program, vertex);
        gl.AttachShader(_program, fragment);
        gl.LinkProgram(_program);
        if (gl.GetProgram(_program, ProgramPropertyARB.LinkStatus) == 0)
        {
            throw new SceneException($"the shaders cannot be linked: {gl.GetProgramInfoLog(_program)}");
        }

        gl.DeleteShader(vertex);
        gl.DeleteShader(fragment);
        _toClip = gl.GetUniformLocation(_program, "toClip");
    }

    /// <summary>Draws with it from now on.</summary>
    /// <param name="toClip">From the triangles' space to clip space.</param>
    public unsafe void Use(Matrix4x4 toClip)
    {
        _gl.UseProgram(_program);
        _gl.UniformMatrix4(_toClip, 1, false, (float*)&toClip);
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteProgram(_program);

    private uint Compile(ShaderType type, string file)
    {
        var shader = _gl.CreateShader(type);
        _gl.ShaderSource(shader, Resources.Text(file));
        _gl.CompileShader(shader);
        return _gl.GetShader(shader, ShaderParameterName.CompileStatus) != 0
            ? shader
            : throw new SceneException($"{file} cannot be compiled: {_gl.GetShaderInfoLog(shader)}");
    }
}
