using Docker.DotNet;
using Docker.DotNet.Models;

namespace HilBench.Drivers.Docker;

/// <summary>Removes containers, whatever state they are in.</summary>
internal static class ContainerRemoval
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes a container and returns when Docker does not know it any more, or when the time is over.</summary>
    public static async Task RemoveAsync(DockerClient client, string id, CancellationToken patience)
    {
        try
        {
            while (true)
            {
                await TryAsync(client, id, patience);
                await Task.Delay(Again, TimeProvider.System, patience);
            }
        }
        catch (Exception fault) when (fault is DockerContainerNotFoundException or OperationCanceledException or HttpRequestException or IOException)
        {
            // Gone; or Docker itself is, or does not manage: the container ends without its lifeline, and the next bench sweeps.
        }
    }

    private static async Task TryAsync(DockerClient client, string id, CancellationToken patience)
    {
        try
        {
            await client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, patience);
        }
        catch (DockerApiException fault) when (fault.StatusCode == System.Net.HttpStatusCode.Conflict)
        {
            // Docker itself is removing it (AutoRemove).
        }
    }
}
