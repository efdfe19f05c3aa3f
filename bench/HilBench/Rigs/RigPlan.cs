using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>What a rig file says: the devices, and what carries the bytes.</summary>
public sealed record RigPlan
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>What carries the bytes unless the caller says otherwise.</summary>
    public required LinkKind Links { get; init; }

    /// <summary>Its devices, in file order.</summary>
    public required ImmutableArray<DevicePlan> Devices { get; init; }

    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>Folder of that file: what the file names is relative to it.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(File)) ?? string.Empty;
}
