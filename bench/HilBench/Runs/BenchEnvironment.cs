using System.Runtime.InteropServices;

namespace HilBench.Runs;

/// <summary>The machine and software that this process runs on.</summary>
public static class BenchEnvironment
{
    /// <summary>Version of the bench, for example <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(BenchEnvironment).Assembly.GetName().Version!.ToString(3);

    /// <summary>Describes it.</summary>
    public static RunEnvironment Here() =>
        new($"hilbench {Version}", RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription, Environment.ProcessorCount);
}
