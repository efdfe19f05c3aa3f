using HilBench.Links;

namespace HilBench.Tests.Emulators.Obu;

/// <summary>A line whose other end is the test: it hands over chunks itself and looks at what was sent.</summary>
internal sealed class ScriptedLine : IStreamPort
{
    public string Name => "scripted";

    public List<byte> Sent { get; } = [];

    public Action<Datagram>? Received { get; set; }

    public Action<string>? Closed { get; set; }

    public Stamp Send(ReadOnlyMemory<byte> octets)
    {
        Sent.AddRange(octets.ToArray());
        return default;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
