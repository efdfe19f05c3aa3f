using System.Net;
using HilBench.Links;

namespace HilBench.Drivers.Hosting;

/// <summary>A link of a device as the bench holds it.</summary>
/// <param name="Bench">The bench's end.</param>
/// <param name="DeviceAddress">The device's address, for the tap; of the documentation block where there is none.</param>
/// <param name="BenchAddress">The bench's address, for the tap.</param>
internal sealed record LinkEnds(IDatagramPort Bench, IPEndPoint DeviceAddress, IPEndPoint BenchAddress)
{
    /// <summary>The bench's end of a serial line, in place of <see cref="Bench"/>; null on a link that carries datagrams.</summary>
    public IStreamPort? Line { get; init; }

    /// <summary>What tells when <see cref="Line"/> is lost.</summary>
    public LineWatch? LineWatch { get; init; }
}
