using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace HilBench.Drivers.Docker;

/// <summary>Finds the emulator program for containers, and publishes it first when the bench runs from a checkout whose sources have changed.</summary>
internal static class EmulatorBinary
{
    /// <summary>Environment variable that names the program, for a bench that was installed without it.</summary>
    public const string Variable = "HILBENCH_EMULATOR";

    /// <summary>The program's file name.</summary>
    public const string FileName = "hilbench-emulator";

    private const string Project = "rigs/HilBench.Emulator";
    private static readonly string[] Sources =
    [
        "rigs/HilBench.Emulator", "rigs/HilBench.Emulators", "fixtures/asn1", "bench/HilBench.Asn1", "bench/HilBench.Asn1.Compiler", "bench/HilBench.Links",
        "bench/HilBench.Wire", "bench/HilBench.Wire.Csae", "bench/HilBench.Wire.Etsi", "bench/HilBench.Wire.Ieee1609", "bench/HilBench.Wire.J2735", "bench/HilBench.Wire.Tci",
    ];

    /// <summary>Architecture of this machine as Docker calls it.</summary>
    public static string DockerArchitecture => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";

    private static string RuntimeId => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    /// <summary>The path of the program.</summary>
    /// <param name="progress">Told what is being done when it takes long.</param>
    /// <param name="cancellation">Ends a publish early.</param>
    /// <exception cref="DockerException">It is not there and could not be published.</exception>
    public static async Task<string> FindAsync(Action<string>? progress, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? Path.GetFullPath(named) : throw new DockerException($"{Variable} names {named}, which does not exist: correct it or unset it.");
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "emulator", RuntimeId, FileName);
        if (File.Exists(beside))
        {
            return beside;
        }

        return Checkout() is { } root
            ? await PublishAsync(root, progress, cancellation)
            : throw new DockerException(
                $"The emulator program for containers is not at {beside}, and the bench does not run from a checkout that it could be published from. Publish it in a checkout (dotnet publish {Project} -c Release -r {RuntimeId} -o <folder>) and set {Variable} to <folder>/{FileName}.");
    }

    private static async Task<string> PublishAsync(string root, Action<string>? progress, CancellationToken cancellation)
    {
        var folder = Path.Combine(root, "artifacts", "emulator", RuntimeId);
        var program = Path.Combine(folder, FileName);
        var stamp = Path.Combine(folder, "source.sha256");
        Directory.CreateDirectory(folder);
        using var turn = await PublishTurn.TakeAsync(Path.Combine(root, "artifacts", "emulator", "publish.lock"), progress, cancellation);
        var digest = await DigestAsync(root, cancellation);
        if (File.Exists(program) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == digest)
        {
            return program;
        }

        progress?.Invoke($"publishing the emulator program for {RuntimeId} (once, until its sources change)");
        var output = Path.Combine(root, "artifacts", "emulator", $"new-{RuntimeId}");
        await EmulatorPublish.RunAsync(root, Project, RuntimeId, output, cancellation);
        File.Move(Path.Combine(output, FileName), program, overwrite: true);
        await File.WriteAllTextAsync(stamp, digest, cancellation);
        Directory.Delete(output, recursive: true);
        return program;
    }

    // What goes into the program: file names and contents, in order.
    private static async Task<string> DigestAsync(string root, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Sources.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(root, "Directory.*.props")).Append(Path.Combine(root, "global.json"))
            .Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file, cancellation);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(root, file)}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HilBench.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
