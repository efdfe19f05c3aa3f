using System.Net;
using HilBench.Links;

namespace HilBench.Emulators.Rsu;

/// <summary>Sends the position to a host at an interval (rsuGpsOutput, rsuGnssOutput).</summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="report">Gives the sentence.</param>
/// <param name="dial">Opens a port to the host; null sends nothing.</param>
internal sealed class PositionOutput(EventLoop loop, Func<byte[]> report, ForwardDialer? dial) : IDisposable
{
    private IDisposable? _running;
    private IDatagramPort? _opened;

    /// <summary>Port of the host.</summary>
    public int Port { get; set; } = 5115;

    /// <summary>Address of the host; null for nobody.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>Interface that the datagrams leave by; told, not used.</summary>
    public string Interface { get; set; } = string.Empty;

    /// <summary>Seconds from one to the next; 0 for none.</summary>
    public int Interval { get; set; }

    /// <summary>Begins anew with what is set now.</summary>
    public void Restart()
    {
        Dispose();
        if (dial is null || Interval <= 0 || Address is null || Address.Equals(IPAddress.IPv6Any) || Address.Equals(IPAddress.Any))
        {
            return;
        }

        try
        {
            _opened = dial(new IPEndPoint(Address, Port));
            _running = loop.Every(loop.Now, TimeSpan.FromSeconds(Interval), _ => Send());
        }
        catch (LinkException)
        {
            // Nobody can be told of it here: the host gets nothing, as with a real unit that has no way to it.
            _opened = null;
        }
    }

    /// <summary>Ends the output.</summary>
    public void Dispose()
    {
        _running?.Dispose();
        _running = null;
        if (_opened is { } port)
        {
            _opened = null;
            _ = port.DisposeAsync().AsTask();
        }
    }

    private void Send()
    {
        try
        {
            _opened?.Send(report());
        }
        catch (LinkException)
        {
            Dispose();
        }
    }
}
