using System.Net;
using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>A link of a device as the bench holds it.</summary>
/// <param name="Bench">The bench's end, for datagrams.</param>
/// <param name="DeviceAddress">The device's address, for the tap; of the documentation block where there is none.</param>
/// <param name="BenchAddress">The bench's address, for the tap.</param>
internal sealed record LinkEnds(IDatagramPort Bench, IPEndPoint DeviceAddress, IPEndPoint BenchAddress)
{
    /// <summary>The bench's end of a stream, in place of <see cref="Bench"/>; null on a link that carries something else.</summary>
    public IStreamPort? Line { get; init; }

    /// <summary>What tells when <see cref="Line"/> is lost.</summary>
    public LineWatch? LineWatch { get; init; }

    /// <summary>The bench's client of a broker, in place of <see cref="Bench"/>; null on a link that carries something else.</summary>
    public IMessageBus? Bus { get; init; }

    /// <summary>Where copies of the air arrive in a form of the unit's own, in place of <see cref="Bench"/>; null on a link that carries something else.</summary>
    public UdpPort? Copies { get; init; }

    /// <summary>Octets of the unit's own header before each frame of <see cref="Copies"/>.</summary>
    public int Skip { get; init; }
}
