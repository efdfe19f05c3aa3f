using System.Collections.Immutable;
using System.Globalization;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.GbT20999;

namespace HilBench.Drivers.GbT20999;

/// <summary>
/// Speaks to a signal controller over GB/T 20999: watches its lamps by asking for them, orders stage, plan and mode, and believes an order only
/// when the controller's run status shows it.
/// </summary>
public sealed class GbT20999ControllerDriver : ISignalOutput, ISignalOrders, IAttestable
{
    private const int ValuesPerFrame = 16;
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(250);

    private readonly EventLoop _loop;
    private readonly GbT20999SessionSettings _settings;
    private readonly GbT20999Session _session;
    private readonly ImmutableArray<LampGroupMapping> _groups;
    private readonly byte _intersection;
    private uint _sequence;

    /// <summary>Connects the driver.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="plan">What the rig file says of the controller.</param>
    /// <param name="settings">The settings that the session has.</param>
    /// <param name="session">The conversation with the controller.</param>
    /// <param name="groups">Which lamp groups are which phases' lamps.</param>
    public GbT20999ControllerDriver(
        EventLoop loop, DevicePlan plan, GbT20999SessionSettings settings, GbT20999Session session, ImmutableArray<LampGroupMapping> groups)
    {
        _loop = loop;
        Plan = plan;
        _settings = settings;
        _session = session;
        _groups = groups;
        _intersection = settings.Party.IntersectionId == 0 ? (byte)1 : settings.Party.IntersectionId;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <inheritdoc/>
    public LampStates? Lamps { get; private set; }

    /// <summary>Why the lamps could not be read the last time; null when they could.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Told of the lamps each time they were read.</summary>
    public Action<LampStates>? LampsRead { get; set; }

    /// <summary>Reads the lamps over and over until the token is cancelled. A controller that does not answer is asked on; <see cref="Trouble"/> says why.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await ReadLampsAsync();
                Trouble = null;
            }
            catch (GbT20999Exception exception)
            {
                Trouble = exception.Message;
            }

            try
            {
                await Task.Delay(PollPeriod, _loop.Time, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Reads all lamp groups once.</summary>
    /// <exception cref="GbT20999Exception">The controller did not answer, or lacks a lamp group.</exception>
    public async Task<LampStates> ReadLampsAsync()
    {
        ushort reds = 0, yellows = 0, greens = 0, dontWalks = 0, pedClears = 0, walks = 0;
        foreach (var some in _groups.Chunk(ValuesPerFrame))
        {
            var values = await _session.QueryAsync([.. some.Select(group => GbObjects.LampGroupState.Of(group.Group))]);
            for (var index = 0; index < some.Length; index++)
            {
                var bit = (ushort)(1 << (some[index].Phase - 1));
                var state = values[index].Number is { } number ? (GbLampState)number : GbLampState.Off;
                var (red, yellow, green, flash) = Parts(state);
                if (some[index].IsPedestrian)
                {
                    dontWalks |= red ? bit : (ushort)0;
                    pedClears |= green && flash ? bit : (ushort)0;
                    walks |= green && !flash ? bit : (ushort)0;
                }
                else
                {
                    reds |= red ? bit : (ushort)0;
                    yellows |= yellow ? bit : (ushort)0;
                    greens |= green ? bit : (ushort)0;
                }
            }
        }

        var lamps = new LampStates(_sequence++, reds, yellows, greens, dontWalks, pedClears, walks);
        Lamps = lamps;
        LampsRead?.Invoke(lamps);
        return lamps;
    }

    /// <inheritdoc/>
    public Task OrderStageAsync(int stage, TimeSpan limit) =>
        OrderAsync("stage", GbObjects.OrderedStage, 2, stage, GbObjects.CurrentStage, stage == 0 ? null : current => current == stage, limit);

    /// <inheritdoc/>
    public Task OrderPlanAsync(int plan, TimeSpan limit) =>
        OrderAsync("plan", GbObjects.OrderedPlan, 3, plan, GbObjects.CurrentPlan, plan == 0 ? null : current => current == plan, limit);

    /// <inheritdoc/>
    public Task OrderFlashAsync(bool flash, TimeSpan limit) => OrderAsync(
        "mode",
        GbObjects.OrderedMode,
        4,
        flash ? (int)GbRunMode.Flash : 0,
        GbObjects.RunMode,
        current => (current == (uint)GbRunMode.Flash) == flash,
        limit);

    /// <summary>Stage that runs, what it has run and what is left of it.</summary>
    /// <exception cref="GbT20999Exception">The controller did not answer.</exception>
    public async Task<(int Stage, GbStageState State, TimeSpan Elapsed, TimeSpan Remaining)> ReadStageAsync()
    {
        var stage = (int)await _session.QueryNumberAsync(GbObjects.CurrentStage.Of(_intersection));
        if (stage == 0)
        {
            return (0, GbStageState.Waiting, TimeSpan.Zero, TimeSpan.Zero);
        }

        var values = await _session.QueryAsync(
            [GbObjects.StageState.Of(stage), GbObjects.StageElapsed.Of(stage), GbObjects.StageRemaining.Of(stage)]);
        return (stage, (GbStageState)(values[0].Number ?? 0), TimeSpan.FromSeconds(values[1].Number ?? 0), TimeSpan.FromSeconds(values[2].Number ?? 0));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<ConfigurationItem>();
        await ReadAsync(items, "manufacturer", GbObjects.Manufacturer, Text, cancellation);
        await ReadAsync(items, "device version", GbObjects.DeviceVersion, Version, cancellation);
        await ReadAsync(items, "device number", GbObjects.DeviceNumber, Text, cancellation);
        await ReadAsync(items, "controller id", GbObjects.ControllerId, Number, cancellation);
        await ReadAsync(items, "lamp groups", GbObjects.LampGroupCount, Number, cancellation);
        await ReadAsync(items, "phases", GbObjects.PhaseCount, Number, cancellation);
        var stages = await ReadAsync(items, "stages", GbObjects.StageCount, Number, cancellation);
        await ReadAsync(items, "plans", GbObjects.PlanCount, Number, cancellation);
        for (var stage = 1; stage <= (stages?.Number ?? 0); stage++)
        {
            await ReadAsync(items, string.Create(CultureInfo.InvariantCulture, $"stage {stage} phases"), GbObjects.StagePhases.Of(stage), Bits, cancellation);
        }

        return items.ToImmutable();
    }

    // What a device does not have is an item too: it must not change during a run either.
    private async Task<GbObject?> ReadAsync(
        ImmutableArray<ConfigurationItem>.Builder items, string name, GbObjectId id, Func<GbObject, string> text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var value = (await _session.QueryAsync([id]))[0];
            items.Add(new ConfigurationItem(name, text(value)));
            return value;
        }
        catch (GbT20999Exception exception) when (exception.Error is not null)
        {
            items.Add(new ConfigurationItem(name, "not told"));
            return null;
        }
    }

    private async Task OrderAsync(
        string what, GbObjectId order, byte attribute, int value, GbObjectId status, Func<uint, bool>? shows, TimeSpan limit)
    {
        var id = _settings.OrdersAreTable ? GbObjects.OrderTable with { Attribute = attribute, Element = _intersection } : order;
        await _session.SetAsync((id, [checked((byte)value)]));
        if (shows is null)
        {
            return;
        }

        var end = _loop.Now + limit;
        uint seen;
        while (!shows(seen = await _session.QueryNumberAsync(status.Of(_intersection))))
        {
            if (_loop.Now >= end)
            {
                throw new GbT20999Exception(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_settings.Name} took the order for {what} {value}, but {limit.TotalSeconds:0.###} s later its run status ({status.Of(_intersection)}) still is {seen}. Check that it may be led by the centre now, and its transitions."));
            }

            await Task.Delay(PollPeriod, _loop.Time);
        }
    }

    private static (bool Red, bool Yellow, bool Green, bool Flash) Parts(GbLampState state) => (
        (int)state >> 4 is 1 or 4,
        (int)state >> 4 is 3 or 4,
        (int)state >> 4 is 2,
        state is GbLampState.GreenFlash or GbLampState.GreenFastFlash);

    private static string Text(GbObject value) => OctetText.Of(value.Data.AsSpan()).TrimEnd('\0');

    private static string Number(GbObject value) => value.Number?.ToString(CultureInfo.InvariantCulture) ?? Convert.ToHexString(value.Data.AsSpan());

    private static string Version(GbObject value) => value.Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"hardware {number >> 24}.{(number >> 16) & 0xFF}, software {(number >> 8) & 0xFF}.{number & 0xFF}")
        : Convert.ToHexString(value.Data.AsSpan());

    private static string Bits(GbObject value) => value.Data.IsEmpty
        ? "none"
        : string.Join(" ", Enumerable.Range(1, 8 * value.Data.Length).Where(phase => (value.Data[^(((phase - 1) / 8) + 1)] >> ((phase - 1) % 8) & 1) != 0));
}
