using HilBench.Rigs;
using HilBench.Wire.VehicleBus;

namespace HilBench.Drivers.VehicleBus;

/// <summary>Reads the description of a vehicle's bus that a rig file names.</summary>
internal static class VehicleBusFile
{
    /// <summary>Reads it.</summary>
    /// <param name="plan">The unit; its bus is in the rig file.</param>
    /// <param name="folder">Folder of the rig file.</param>
    /// <exception cref="RigException">The file cannot be read, or is no DBC file.</exception>
    public static DbcFile Read(OnBoardUnitPlan plan, string folder)
    {
        var path = plan.VehicleBus?.Description is { } file ? Path.Combine(folder, file) : BundledFiles.VehicleBus;
        try
        {
            return DbcFile.TryParse(File.ReadAllText(path), out var description, out var error)
                ? description
                : throw new RigException($"{plan.Name}.bus: {path} is no description of a bus: {error} Mend it, or leave 'dbc' out of the rig file.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RigException($"{plan.Name}.bus: {path} cannot be read: {fault.Message} Mend 'dbc' in the rig file.", fault);
        }
    }
}
