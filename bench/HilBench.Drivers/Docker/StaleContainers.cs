using Docker.DotNet;
using Docker.DotNet.Models;

namespace HilBench.Drivers.Docker;

/// <summary>Containers of benches that were killed: they end by themselves; one that could not is removed here.</summary>
internal static class StaleContainers
{
    /// <summary>Removes the containers whose bench has ended.</summary>
    /// <returns>Names of what was removed.</returns>
    public static async Task<IReadOnlyList<string>> SweepAsync(DockerClient client, CancellationToken cancellation)
    {
        var parameters = new ContainersListParameters
        {
            All = true,
            Filters = new Dictionary<string, IDictionary<string, bool>>(StringComparer.Ordinal)
            {
                ["label"] = new Dictionary<string, bool>(StringComparer.Ordinal) { [BenchOwner.Mark] = true },
            },
        };
        var removed = new List<string>();
        foreach (var container in await client.Containers.ListContainersAsync(parameters, cancellation))
        {
            if (BenchOwner.IsGone(container.Labels))
            {
                await ContainerRemoval.RemoveAsync(client, container.ID, cancellation);
                removed.Add(container.Names.FirstOrDefault()?.TrimStart('/') ?? container.ID);
            }
        }

        return removed;
    }
}
