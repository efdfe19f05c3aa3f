using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Running;

/// <summary>Calls devices of the rig so that one that fails is told once and the others go on.</summary>
/// <param name="lost">Told the device and what happened, once for each device and fault.</param>
/// <param name="broken">Told what is no fault of a device but of the bench, such as a full disk.</param>
internal sealed class DeviceCalls(Action<string, string> lost, Action<Exception> broken)
{
    private readonly HashSet<(string Device, string Reason)> _told = [];
    private readonly (CancellationToken Token, Action Cancel) _stop = NewStop();

    /// <summary>Ends calls that are still on their way when the run is over.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>Makes a call; a fault of the device does not leave here.</summary>
    public async Task CallAsync(IDevice device, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception fault) when (fault is RigException or LinkException)
        {
            Tell(device.Plan.Name, fault.Message);
        }
        catch (OperationCanceledException) when (_stop.Token.IsCancellationRequested)
        {
            // The run is over.
        }
        catch (Exception fault)
        {
            broken(fault);
        }
    }

    /// <summary>Tells of a device that a watch says is lost.</summary>
    public void Tell(IDeviceWatch watch)
    {
        if (watch.Fault is { } fault)
        {
            Tell(watch.Device, fault);
        }
    }

    /// <summary>The run is over: what is still on its way ends, and nothing more is told.</summary>
    public void Stop() => _stop.Cancel();

    private void Tell(string device, string reason)
    {
        if (!_stop.Token.IsCancellationRequested && _told.Add((device, reason)))
        {
            lost(device, reason);
        }
    }

    // Without a timer it holds nothing that has to be given back.
    private static (CancellationToken Token, Action Cancel) NewStop()
    {
        var source = new CancellationTokenSource();
        return (source.Token, source.Cancel);
    }
}
