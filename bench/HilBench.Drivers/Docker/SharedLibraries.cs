using System.Collections.Immutable;
using System.Diagnostics;

namespace HilBench.Drivers.Docker;

/// <summary>Which files of this machine a program needs to run where nothing else is.</summary>
internal static class SharedLibraries
{
    // The runtime loads OpenSSL by name when a program first encrypts or hashes: no header of the program names it.
    private static readonly string[] LoadedByName = ["libssl.so.3", "libcrypto.so.3"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Absolute paths of the loader and the libraries, in order of path.</summary>
    /// <exception cref="DockerException">They could not be found out.</exception>
    public static async Task<ImmutableArray<string>> OfAsync(string program, CancellationToken cancellation)
    {
        var needed = await AskAsync(program, cancellation);
        var folders = needed.Select(path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal).ToArray();
        var named = LoadedByName.Select(name => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)).OfType<string>();
        var all = new SortedSet<string>(needed, StringComparer.Ordinal);
        foreach (var library in named)
        {
            all.Add(library);
            all.UnionWith(await AskAsync(library, cancellation));
        }

        return [.. all];
    }

    // Lines of ldd: "libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)", "/lib64/ld-linux-x86-64.so.2 (0x…)".
    private static async Task<string[]> AskAsync(string file, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ldd", [file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var text = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var paths = text.Split('\n').SelectMany(line => line.Split(' ', '\t')).Where(word => word.StartsWith('/') && File.Exists(word)).ToArray();
            return process.ExitCode == 0 && !text.Contains("not found", StringComparison.Ordinal)
                ? paths
                : throw new DockerException($"The libraries that {file} needs are not all on this machine: {(text + await errors).Trim()}");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new DockerException("ldd, which comes with the C library, is not on the PATH: it says which files the emulator's image needs.", fault);
        }
    }
}
