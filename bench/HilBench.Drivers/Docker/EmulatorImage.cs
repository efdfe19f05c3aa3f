using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace HilBench.Drivers.Docker;

/// <summary>The image of the emulator program: the program, the C library's files that it needs, and nothing else. Built once for each content.</summary>
internal static class EmulatorImage
{
    /// <summary>Name of the images, without tag.</summary>
    public const string Repository = "hilbench-emulator";

    /// <summary>Where the settings are in a container.</summary>
    public const string SettingsFile = "settings.json";

    /// <summary>User and group that the program runs as: nobody.</summary>
    public const int User = 65_534;

    private const string Root = "rootfs";

    // Of those before the present one.
    private const int Kept = 2;

    private const string Dockerfile = $"""
        FROM scratch
        COPY {Root}/ /
        USER 65534:65534
        ENTRYPOINT ["/{EmulatorBinary.FileName}", "/{SettingsFile}"]

        """;

    /// <summary>Makes sure that the image is there.</summary>
    /// <returns>Its name with the tag.</returns>
    /// <exception cref="DockerException">It could not be built.</exception>
    public static async Task<string> EnsureAsync(DockerClient client, string program, Action<string>? progress, CancellationToken cancellation)
    {
        using var context = await ContextAsync(program, cancellation);
        var tag = $"{Repository}:{Convert.ToHexStringLower(await SHA256.HashDataAsync(context, cancellation))[..16]}";
        try
        {
            await client.Images.InspectImageAsync(tag, cancellation);
            await RemoveOldAsync(client, tag, cancellation);
            return tag;
        }
        catch (DockerImageNotFoundException)
        {
            progress?.Invoke($"building the image {tag}");
        }

        context.Position = 0;
        JSONError? error = null;
        var messages = new Messages(message => error ??= message.Error);
        var parameters = new ImageBuildParameters { Tags = [tag], Remove = true, ForceRemove = true, Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [BenchOwner.Mark] = "image" } };
        try
        {
            await client.Images.BuildImageFromDockerfileAsync(parameters, context, null, null, messages, cancellation);
        }
        catch (DockerApiException fault)
        {
            throw new DockerException($"Docker could not build the image {tag}: {fault.ResponseBody}. Look for space (docker system df) and at Docker's log (journalctl -u docker).", fault);
        }

        if (error is not null)
        {
            throw new DockerException($"Docker could not build the image {tag}: {error.Message}. Look for space (docker system df) and at Docker's log (journalctl -u docker).");
        }

        await RemoveOldAsync(client, tag, cancellation);
        return tag;
    }

    // Each change of the program leaves an image. Another bench may be about to start one of the last.
    private static async Task RemoveOldAsync(DockerClient client, string present, CancellationToken cancellation)
    {
        var filters = new Dictionary<string, IDictionary<string, bool>>(StringComparer.Ordinal)
        {
            ["label"] = new Dictionary<string, bool>(StringComparer.Ordinal) { [$"{BenchOwner.Mark}=image"] = true },
        };
        var images = await client.Images.ListImagesAsync(new ImagesListParameters { Filters = filters }, cancellation);
        foreach (var image in images.Where(image => image.RepoTags?.Contains(present) != true).OrderByDescending(image => image.Created).Skip(Kept))
        {
            try
            {
                await client.Images.DeleteImageAsync(image.ID, new ImageDeleteParameters { Force = true }, cancellation);
            }
            catch (DockerApiException)
            {
                // A container uses it.
            }
        }
    }

    // The same files give the same octets: names in order, no times.
    private static async Task<MemoryStream> ContextAsync(string program, CancellationToken cancellation)
    {
        var libraries = await SharedLibraries.OfAsync(program, cancellation);
        var context = new MemoryStream();
        await using (var tar = new TarWriter(context, TarEntryFormat.Ustar, leaveOpen: true))
        {
            await AddAsync(tar, "Dockerfile", Encoding.UTF8.GetBytes(Dockerfile), executable: false, cancellation);
            await AddAsync(tar, $"{Root}/{EmulatorBinary.FileName}", await File.ReadAllBytesAsync(program, cancellation), executable: true, cancellation);
            foreach (var library in libraries)
            {
                await AddAsync(tar, $"{Root}{library}", await File.ReadAllBytesAsync(library, cancellation), executable: true, cancellation);
            }
        }

        context.Position = 0;
        return context;
    }

    private static async Task AddAsync(TarWriter tar, string name, byte[] content, bool executable, CancellationToken cancellation)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        using var data = new MemoryStream(content);
        var entry = new UstarTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = data,
            Mode = executable ? Read | Execute : Read,
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        await tar.WriteEntryAsync(entry, cancellation);
    }

    private sealed class Messages(Action<JSONMessage> take) : IProgress<JSONMessage>
    {
        public void Report(JSONMessage value) => take(value);
    }
}
