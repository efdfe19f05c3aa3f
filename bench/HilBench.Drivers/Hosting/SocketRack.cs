using System.Net;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>The sockets and lines of a rig, what watches them, and what is closed with the rig.</summary>
/// <param name="loop">The loop that they are on.</param>
internal sealed class SocketRack(EventLoop loop)
{
    private readonly List<IAsyncDisposable> _opened = [];
    private readonly List<IDeviceWatch> _watches = [];
    private readonly List<IDeviceClock> _clocks = [];

    /// <summary>What was opened so far.</summary>
    public IReadOnlyList<IAsyncDisposable> Opened => _opened;

    /// <summary>What tells of devices that were lost.</summary>
    public IReadOnlyList<IDeviceWatch> Watches => _watches;

    /// <summary>The clocks of devices that the bench hosts elsewhere.</summary>
    public IReadOnlyList<IDeviceClock> Clocks => _clocks;

    /// <summary>Opens a socket.</summary>
    /// <exception cref="LinkException">The port is in use or the address is not of this machine.</exception>
    public UdpPort Open(string name, IPEndPoint local, IPEndPoint? remote)
    {
        var port = UdpPort.Open(loop, name, local, remote);
        _opened.Add(port);
        return port;
    }

    /// <summary>Opens a serial line.</summary>
    /// <exception cref="RigException">It is not there, in use, or too slow for positions at 10 Hz: the device at it cannot be reached, the others can.</exception>
    public LinkEnds OpenLine(PlacedDevice device, string kind, SerialPlan serial)
    {
        var name = $"{device.Plan.Name}.{kind}";
        var line = Keep(OpenLine(name, kind, new SerialLineSettings(serial.Port!, serial.Baud)));
        var watch = new LineWatch(device.Plan.Name);
        line.Closed = watch.Close;
        _watches.Add(watch);
        return new LinkEnds(new MemoryWire(loop, name, TimeSpan.Zero).A, DeclaredEndpoint.Device(device.Index, kind), DeclaredEndpoint.Bench(kind)) { Line = line, LineWatch = watch };
    }

    private SerialLine OpenLine(string name, string kind, SerialLineSettings settings)
    {
        try
        {
            if (kind == "gnss")
            {
                settings.RequireCapacity(name, GnssReceiverDriver.OctetsPerSecond);
            }

            return SerialLine.Open(loop, name, settings);
        }
        catch (LinkException fault)
        {
            throw new RigException(fault.Message, fault);
        }
    }

    /// <summary>Keeps something to close with the rig.</summary>
    public T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    /// <summary>Has the loss of a link told as the device's, and makes that no exception leaves it.</summary>
    public WatchedPort Watch(IDatagramPort bench, string device)
    {
        var watched = new WatchedPort(bench, device, loop);
        _watches.Add(watched);
        return watched;
    }

    /// <summary>Adds what tells of a device that was lost.</summary>
    public void Add(IDeviceWatch watch) => _watches.Add(watch);

    /// <summary>Adds the clock of a device that the bench hosts elsewhere.</summary>
    public void Add(IDeviceClock clock) => _clocks.Add(clock);
}
