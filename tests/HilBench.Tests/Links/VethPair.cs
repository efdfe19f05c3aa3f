namespace HilBench.Tests.Links;

/// <summary>Two network interfaces that are wired to each other: one here, one in a network namespace of its own, where a peer listens or speaks.</summary>
internal sealed class VethPair : IDisposable
{
    private readonly string _space;

    public VethPair()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Peers.Missing("network namespaces", "run as root on Linux");
        }

        Peers.Require("ip", "iproute2");
        var number = Environment.ProcessId % 100_000;
        _space = $"hilbench{number}";
        (Here, There) = ($"hb{number}a", $"hb{number}b");
        Peers.Run("ip", "netns", "add", _space);
        try
        {
            Peers.Run("ip", "link", "add", Here, "type", "veth", "peer", "name", There, "netns", _space);
            Peers.Run("ip", "address", "add", "192.0.2.1/30", "dev", Here);
            Peers.Run("ip", "link", "set", Here, "up");
            Peers.Run("ip", "-n", _space, "address", "add", "192.0.2.2/30", "dev", There);
            Peers.Run("ip", "-n", _space, "link", "set", There, "up");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The interface here, with the address 192.0.2.1.</summary>
    public string Here { get; }

    /// <summary>The interface in the namespace, with the address 192.0.2.2.</summary>
    public string There { get; }

    /// <summary>The words before a program that runs in the namespace.</summary>
    public string[] Inside => ["netns", "exec", _space];

    public void Dispose() => Peers.Run("ip", "netns", "delete", _space);
}
