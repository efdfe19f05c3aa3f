using System.Net.Sockets;
using HilBench.Drivers.Docker;

namespace HilBench.Tests.Drivers.Docker;

/// <summary>A Docker that is not to be had is told in one line, with what to do. No Docker is needed for that.</summary>
internal sealed class DockerConnectionTests
{
    [Test]
    public void Where_no_Docker_is_installed_the_remedy_is_told() =>
        Assert.That(Opening("unix:///nowhere/docker.sock"), Throws.TypeOf<DockerException>().With.Message.EqualTo(
            "Docker is not running: there is no socket /nowhere/docker.sock. Start it (systemctl start docker, or dockerd & as root); install it where it is missing (apt-get install docker.io)."));

    [Test]
    public void A_Docker_of_another_machine_is_refused() =>
        Assert.That(Opening("tcp://192.0.2.1:2375"), Throws.TypeOf<DockerException>().With.Message.Contains("must run on this machine"));

    [Test]
    public void A_socket_that_nobody_listens_at_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-docker");
        try
        {
            var path = Path.Combine(folder.FullName, "docker.sock");
            using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            {
                socket.Bind(new UnixDomainSocketEndPoint(path));
                // Bound and not listening: as a daemon leaves it that was killed.
                Assert.That(Opening($"unix://{path}"), Throws.TypeOf<DockerException>().With.Message.StartsWith($"Docker is not running: nobody listens at {path}."));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Func<Task> Opening(string endpoint) => async () => (await DockerConnection.OpenAsync(endpoint, CancellationToken.None)).Dispose();
}
