using HilBench.Rigs;
using HilBench.Wire.UpperTester;

namespace HilBench.Drivers.UpperTester;

/// <summary>Finds the codes and layouts of an Upper Tester that a rig file names.</summary>
internal static class UpperTesterFile
{
    /// <summary>Finds them: the name of a table that comes with the bench, or a file.</summary>
    /// <param name="plan">The station.</param>
    /// <param name="folder">Folder of the rig file.</param>
    /// <exception cref="RigException">There is no such table, or the file is none.</exception>
    public static UpperTesterProfile Read(EtsiStationPlan plan, string folder)
    {
        if (UpperTesterProfile.Bundled.Contains(plan.Profile, StringComparer.Ordinal))
        {
            return UpperTesterProfile.Load(plan.Profile);
        }

        var path = Path.Combine(folder, plan.Profile);
        try
        {
            return UpperTesterProfile.Parse(path, File.ReadAllText(path));
        }
        catch (FormatException fault)
        {
            throw new RigException($"{plan.Name}.ut: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RigException(
                $"{plan.Name}.ut: the profile {path} cannot be read: {fault.Message} Mend 'profile' in the rig file; these come with the bench: {string.Join(", ", UpperTesterProfile.Bundled)}.",
                fault);
        }
    }
}
