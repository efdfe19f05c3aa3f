using System.Collections.Immutable;
using System.Globalization;
using HilBench.Drivers.Rsu;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Rsu;

namespace HilBench.Drivers;

/// <summary>
/// Speaks to a road-side unit by SNMP: messages to store and repeat are rows of its table; messages for immediate forwarding are text on its UDP port or,
/// with NTCIP 1218 and no such port, SETs of the payload of a row. Calls are done one after the other.
/// </summary>
/// <param name="plan">What the rig file says of the unit.</param>
/// <param name="configuration">Sets and reads its objects.</param>
/// <param name="immediateForward">The bench's end of the link to its immediate-forward port; null when messages are set by SNMP.</param>
public sealed class ManagedRoadSideUnitDriver(RoadSideUnitPlan plan, RsuConfiguration configuration, IDatagramPort? immediateForward)
    : IImmediateForward, IStoreAndRepeat, IAttestable
{
    // A second of SPaT: a unit that is further behind is not slow, it is stuck.
    private const int MostWaiting = 10;
    private static readonly TimeSpan AirPatience = TimeSpan.FromSeconds(4);

    private readonly Dictionary<(string Type, Psid Psid), uint> _stored = [];
    private readonly List<ImmediateForwardRow> _forwards = [];
    private Task _last = Task.CompletedTask;
    private int _waiting;

    /// <inheritdoc/>
    public DevicePlan Plan => plan;

    /// <summary>What watches the unit's air: a stored message is believed only when it is seen there. Null where nobody hears it.</summary>
    public AirWatch? Air { get; init; }

    /// <summary>Sets the rows for immediate forwarding and has the unit operate. To be done before the run.</summary>
    /// <param name="rows">What will be forwarded; the first has the first index of the bench.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task PrepareAsync(IReadOnlyList<ImmediateForwardRow> rows, CancellationToken cancellation) => InTurn(async () =>
    {
        CheckRoom(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            await configuration.InstallAsync(configuration.Dialect.FirstRow + (uint)i, rows[i], cancellation);
        }

        _forwards.Clear();
        _forwards.AddRange(rows);
        await configuration.SetModeAsync(RsuMode.Operate, cancellation);
    });

    /// <inheritdoc/>
    public async Task StoreAsync(ImmediateForwardMessage message, CancellationToken cancellation)
    {
        // The air may be faster than the answer.
        var patience = (2 * TimeSpan.FromSeconds(message.TxIntervalSeconds)) + AirPatience;
        var seen = message.DeliveryStart is null ? Air?.SeeAsync(message.Payload, patience, cancellation) : null;
        await InstallAsync(message, cancellation);
        if (seen is not null && !await seen)
        {
            throw new RigException(string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Name}: the {message.Type} to be stored and repeated reads back, but {plan.Name}.air did not show it within {patience.TotalSeconds:0} s. Check that the unit's radio is on, and that the bench receives what it transmits."));
        }
    }

    private Task<bool> InstallAsync(ImmediateForwardMessage message, CancellationToken cancellation) => InTurn(() =>
    {
        var key = (message.Type, message.Psid);
        if (!_stored.TryGetValue(key, out var index))
        {
            CheckRoom(_stored.Count + 1);
            index = configuration.Dialect.FirstRow + (uint)_stored.Count;
            _stored.Add(key, index);
        }

        var row = new StoredMessageRow(message.Psid, message.MessageId ?? 0, Channel(message), TimeSpan.FromSeconds(message.TxIntervalSeconds), message.Payload)
        {
            Priority = message.Priority,
            Sign = message.Signature,
            Start = message.DeliveryStart,
            Stop = message.DeliveryStop,
        };
        return configuration.InstallAsync(index, row, cancellation);
    });

    /// <inheritdoc/>
    public Task ForwardAsync(ImmediateForwardMessage message, CancellationToken cancellation)
    {
        if (immediateForward is not null)
        {
            immediateForward.Send(message.Encode());
            return Task.CompletedTask;
        }

        if (_waiting >= MostWaiting)
        {
            throw new RigException(
                $"{plan.Name}: {_waiting} messages wait to be set by SNMP; the unit answers too slowly for the rate at which they come. "
                + "Lower the rate, or give the unit's immediate-forward UDP port in the rig file.");
        }

        var place = _forwards.FindIndex(row => row.Psid == message.Psid && row.Channel == Channel(message));
        return place < 0
            ? throw new RigException(
                $"{plan.Name}: no immediate-forward row has PSID {message.Psid} and channel {Channel(message)}: such a message would not be forwarded. Name both under 'forward' in the rig file.")
            : InTurn(() => configuration.SendAsync(configuration.Dialect.FirstRow + (uint)place, message.Payload, cancellation));
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) => InTurn(() => configuration.ReadAsync(cancellation));

    // SCH, any service channel: 183, the one that C-V2X has.
    private static int Channel(ImmediateForwardMessage message) => message.TxChannel ?? 183;

    private void CheckRoom(int rows)
    {
        if (rows > RsuDialect.BenchRows)
        {
            throw new RigException($"{plan.Name}: {rows} rows are asked for, the bench has {RsuDialect.BenchRows} of each table to itself. Use fewer kinds of messages.");
        }
    }

    private Task<bool> InTurn(Func<Task> call) => InTurn(async () =>
    {
        await call();
        return true;
    });

    private async Task<T> InTurn<T>(Func<Task<T>> call)
    {
        var before = _last;
        var done = new TaskCompletionSource();
        _last = done.Task;
        _waiting++;
        try
        {
            await before;
            return await call();
        }
        finally
        {
            _waiting--;
            done.SetResult();
        }
    }
}
