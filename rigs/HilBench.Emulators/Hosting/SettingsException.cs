using System.Collections.Immutable;

namespace HilBench.Emulators.Hosting;

/// <summary>The settings of an emulator are wrong. Each fault names the key, what is expected there and what to do.</summary>
/// <param name="source">Where the settings came from: a file, or what took its place.</param>
/// <param name="faults">At least one.</param>
public sealed class SettingsException(string source, ImmutableArray<string> faults)
    : Exception(string.Join('\n', faults.Select(fault => $"{source}: {fault}")))
{
    /// <summary>The faults, without the source.</summary>
    public ImmutableArray<string> Faults { get; } = faults;
}
