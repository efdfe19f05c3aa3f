using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>What drivers are made with.</summary>
/// <param name="Loop">The run's event loop.</param>
/// <param name="Sockets">Keeps what is closed with the rig, and what watches devices.</param>
/// <param name="Taps">Puts taps on the bench's ends.</param>
/// <param name="Folder">Folder of the rig file: files that it names are relative to it.</param>
internal sealed record RigParts(EventLoop Loop, SocketRack Sockets, RigTaps Taps, string Folder);
