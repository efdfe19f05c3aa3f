namespace HilBench.Wire.OpenV2X;

/// <summary>A unit tells its load (RunningInfo/UP). Only that there are cpu, mem, disk and net is known: what is in them is the unit's.</summary>
/// <param name="RsuEsn">Serial number.</param>
/// <param name="Cpu">Processor.</param>
/// <param name="Mem">Memory.</param>
/// <param name="Disk">Disk.</param>
/// <param name="Net">Network.</param>
public sealed record RsuRunningInfo(
    string RsuEsn,
    System.Text.Json.JsonElement? Cpu,
    System.Text.Json.JsonElement? Mem,
    System.Text.Json.JsonElement? Disk,
    System.Text.Json.JsonElement? Net);
