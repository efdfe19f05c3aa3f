using HilBench.Drivers.Doctor;
using HilBench.Scene;

namespace HilBench.Cli.Rendering;

/// <summary>Whether pictures can be drawn without a screen: one is drawn.</summary>
/// <param name="draw">Draws, and tells what drew.</param>
internal sealed class DrawingCheck(Func<string> draw) : IMachineCheck
{
    private const string Name = "OpenGL";

    /// <inheritdoc/>
    public CheckResult Look(IMachine machine)
    {
        try
        {
            return CheckResult.Present(Name, $"a picture was drawn by {draw()}");
        }
        catch (SceneException fault)
        {
            return CheckResult.Lacking(
                Name, $"no picture can be drawn: {fault.Lacking ?? fault.Message}", "no pictures of moments of a run; verdicts and reports do not depend on them", SceneRenderer.Remedy);
        }
    }
}
