using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Rigs;

/// <summary>An open rig: the devices of a rig file, ready to be spoken to.</summary>
/// <param name="plan">What the rig file says.</param>
/// <param name="devices">Its devices, in file order.</param>
/// <param name="start">Starts the devices that the bench itself hosts.</param>
/// <param name="watches">What tells of devices that were lost.</param>
/// <param name="close">What to close with it.</param>
public sealed class Rig(
    RigPlan plan,
    ImmutableArray<IDevice> devices,
    Action<Instant> start,
    ImmutableArray<IDeviceWatch> watches,
    ImmutableArray<IAsyncDisposable> close) : IAsyncDisposable
{
    /// <summary>What the rig file says.</summary>
    public RigPlan Plan => plan;

    /// <summary>What tells of devices that were lost.</summary>
    public ImmutableArray<IDeviceWatch> Watches => watches;

    /// <summary>
    /// Datagrams that the kernel threw away because nobody took them in time, of all sockets of the rig so far; null when it has no sockets, or none tells.
    /// </summary>
    public long? DroppedDatagrams => close.OfType<ISocketPort>().Select(socket => socket.Dropped).Where(dropped => dropped is not null).ToArray() is { Length: > 0 } told
        ? told.Sum()
        : null;

    /// <summary>What is closed with it.</summary>
    internal ImmutableArray<IAsyncDisposable> Links => close;

    /// <summary>The devices that have a capability, in file order.</summary>
    /// <typeparam name="T">The capability.</typeparam>
    public ImmutableArray<T> Having<T>()
        where T : class, IDevice => [.. devices.OfType<T>()];

    /// <summary>The device with a name, if it has a capability.</summary>
    /// <typeparam name="T">The capability.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is no such device, or it lacks the capability.</returns>
    public T? Find<T>(string name)
        where T : class, IDevice => devices.OfType<T>().FirstOrDefault(device => device.Plan.Name == name);

    /// <summary>Tells devices beforehand when they are to begin: those that the telling takes time to reach. Null where there are none.</summary>
    public Action<Instant>? Arm { get; init; }

    /// <summary>Switches off the devices that the bench itself is. Null where there are none.</summary>
    public Action? Stop { get; init; }

    /// <summary>The clocks of devices that the bench hosts elsewhere: what they were late is not the fault of a device.</summary>
    public ImmutableArray<IDeviceClock> Clocks { get; init; } = [];

    /// <summary>Starts the devices that the bench itself hosts.</summary>
    /// <param name="first">When they begin.</param>
    public void Start(Instant first) => start(first);

    /// <summary>Closes it after the run: what is closed may wait for the loop, which no longer runs.</summary>
    /// <param name="loop">The loop that the rig is on.</param>
    public void Close(EventLoop loop)
    {
        Stop?.Invoke();
        Task? closing = null;
        while (closing is not { IsCompletedSuccessfully: true })
        {
            try
            {
                loop.Run(() => closing ??= DisposeAsync().AsTask());
            }
            catch (LinkException) when (closing is { IsCompleted: false })
            {
                // What an emulator had set out to do met a link that is closed already.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var link in close)
        {
            await link.DisposeAsync();
        }
    }
}
