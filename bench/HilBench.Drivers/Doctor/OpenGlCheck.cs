namespace HilBench.Drivers.Doctor;

/// <summary>Whether pictures can be drawn without a screen.</summary>
internal sealed class OpenGlCheck : IMachineCheck
{
    private const string Name = "OpenGL";
    private static readonly string[] Libraries = ["libEGL.so.1", "libGL.so.1"];

    public CheckResult Look(IMachine machine)
    {
        var missing = Libraries.Where(library => !machine.CanLoad(library)).ToArray();
        return missing.Length == 0
            ? CheckResult.Present(Name, $"{string.Join(" and ", Libraries)} can be loaded")
            : CheckResult.Lacking(
                Name,
                $"{string.Join(" and ", missing)} cannot be loaded",
                "no pictures of moments of a run; verdicts and reports do not depend on them",
                "sudo apt-get install libegl1 libgl1 libgl1-mesa-dri");
    }
}
