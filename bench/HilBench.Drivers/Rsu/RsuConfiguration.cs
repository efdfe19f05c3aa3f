using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using HilBench.Drivers.Snmp;
using HilBench.Rigs;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;
using RsuMib = HilBench.Wire.Rsu.RsuMib;

namespace HilBench.Drivers.Rsu;

/// <summary>
/// Configures a road-side unit by SNMP, in the MIB of RSU 4.1 or NTCIP 1218. What is set is read back: a unit that says "done" is believed only then.
/// One call at a time; call it on the event loop.
/// </summary>
public sealed class RsuConfiguration
{
    private const int LongestShown = 64;

    private readonly string _device;
    private readonly ISnmpSession _session;
    private readonly RsuDialect _dialect;
    private readonly RsuValues _values;
    private readonly IRsuBindings _bindings;

    /// <summary>Takes over a session.</summary>
    /// <param name="device">Name of the unit, for messages.</param>
    /// <param name="session">A session with its agent.</param>
    /// <param name="dialect">How it is spoken to.</param>
    public RsuConfiguration(string device, ISnmpSession session, RsuDialect dialect)
    {
        _device = device;
        _session = session;
        _dialect = dialect;
        _values = new RsuValues(dialect);
        _bindings = dialect.Mib == RsuMib.Rsu41 ? new Rsu41Bindings(_values) : new Ntcip1218Bindings(_values);
    }

    /// <summary>How the unit is spoken to.</summary>
    public RsuDialect Dialect => _dialect;

    /// <summary>Sets the mode.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task SetModeAsync(RsuMode mode, CancellationToken cancellation) => ApplyAsync([_bindings.Mode(mode)], cancellation);

    /// <summary>Installs a message to store and repeat, in place of what the row was.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task InstallAsync(uint index, StoredMessageRow row, CancellationToken cancellation) =>
        MakeAsync(RsuTable.Stored, index, _bindings.Stored(index, row), cancellation);

    /// <summary>Lets messages be forwarded to the air at once.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task InstallAsync(uint index, ImmediateForwardRow row, CancellationToken cancellation) =>
        MakeAsync(RsuTable.Immediate, index, _bindings.Immediate(index, row), cancellation);

    /// <summary>Has received messages forwarded to a host.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task ForwardReceivedAsync(uint index, HostForwardRow row, CancellationToken cancellation) =>
        MakeAsync(RsuTable.Received, index, _bindings.Received(index, row), cancellation);

    /// <summary>Has transmitted messages mirrored to a host; NTCIP 1218 only.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, did not do it, or has no such table.</exception>
    public Task ForwardTransmittedAsync(uint index, HostForwardRow row, CancellationToken cancellation) =>
        MakeAsync(RsuTable.Transmitted, index, _bindings.Transmitted(index, row), cancellation);

    /// <summary>Takes a row away; one that is not there is no fault.</summary>
    /// <exception cref="RigException">The unit did not answer, refused, or did not do it.</exception>
    public Task RemoveAsync(RsuTable table, uint index, CancellationToken cancellation) =>
        EditAsync(() => DestroyAsync(_bindings.StatusOf(table, index), cancellation), cancellation);

    /// <summary>
    /// Has a message sent at once by setting the payload of an immediate-forward row of NTCIP 1218. It is not read back: the next message may be set
    /// already, and whether it was sent only the air can show.
    /// </summary>
    /// <exception cref="RigException">The unit did not answer, refused, or has another MIB.</exception>
    public Task SendAsync(uint index, ReadOnlyMemory<byte> payload, CancellationToken cancellation) => _dialect.Mib == RsuMib.Ntcip1218
        ? Tell(() => _session.SetAsync(Ntcip1218Bindings.Send(index, payload.Span), cancellation))
        : throw new RigException($"{_device}: the MIB of RSU 4.1 takes no messages for immediate forwarding. Give the unit's immediate-forward UDP port (1516) in the rig file.");

    /// <summary>Reads what is set, but for the rows that the bench makes and the values that change by themselves.</summary>
    /// <exception cref="RigException">The unit did not answer or refused.</exception>
    public async Task<ImmutableArray<ConfigurationItem>> ReadAsync(CancellationToken cancellation)
    {
        var found = await Ask(() => _session.WalkAsync(_bindings.Root, cancellation));
        return
        [
            .. from binding in found
               let one = RsuObjectTable.Of(binding.Name)
               where one is { IsSetting: true } && !IsOfBench(binding.Name)
               select new ConfigurationItem(RsuObjectTable.NameOf(binding.Name), Shown(one.Kind, binding.Value)),
        ];
    }

    private async Task MakeAsync(RsuTable table, uint index, VariableBinding[] columns, CancellationToken cancellation)
    {
        var status = _bindings.StatusOf(table, index);
        var create = new VariableBinding(status, SnmpValue.Integer32((int)RowStatus.CreateAndGo));
        await EditAsync(
            async () =>
            {
                await DestroyAsync(status, cancellation);
                await ApplyAsync([.. columns, create], cancellation);
            },
            cancellation);
    }

    // A unit whose rows are edited in standby goes back to the mode that it had, also when the edit failed.
    private async Task EditAsync(Func<Task> edit, CancellationToken cancellation)
    {
        var standby = _bindings.Mode(RsuMode.Standby);
        var before = _dialect.EditsInStandby ? (await ReadAsync([standby.Name], cancellation))[0].Value : standby.Value;
        if (before.Equals(standby.Value))
        {
            await edit();
            return;
        }

        await ApplyAsync([standby], cancellation);
        try
        {
            await edit();
        }
        finally
        {
            await ApplyAsync([new VariableBinding(standby.Name, before)], cancellation);
        }
    }

    private async Task DestroyAsync(ObjectId status, CancellationToken cancellation)
    {
        if ((await ReadAsync([status], cancellation))[0].Value.IsException)
        {
            return;
        }

        await Tell(() => _session.SetAsync([new VariableBinding(status, SnmpValue.Integer32((int)RowStatus.Destroy))], cancellation));
        if ((await ReadAsync([status], cancellation))[0].Value is { IsException: false } still)
        {
            throw new RigException(
                $"{_device}: the row of {RsuObjectTable.NameOf(status)} was destroyed and the unit said done, but it is there still and reads {still}. "
                + "Take the row away by hand, or have the unit restarted.");
        }
    }

    private async Task ApplyAsync(VariableBinding[] settings, CancellationToken cancellation)
    {
        if (_dialect.ColumnByColumn)
        {
            foreach (var setting in settings)
            {
                await Tell(() => _session.SetAsync([setting], cancellation));
            }
        }
        else
        {
            await Tell(() => _session.SetAsync(settings, cancellation));
        }

        var read = await ReadAsync([.. settings.Select(setting => setting.Name)], cancellation);
        for (var i = 0; i < settings.Length; i++)
        {
            var kind = RsuObjectTable.Of(settings[i].Name)?.Kind ?? RsuValueKind.Octets;
            if (!_values.Means(kind, settings[i].Value, read[i].Value))
            {
                throw new RigException(
                    $"{_device}: {RsuObjectTable.NameOf(settings[i].Name)} was set to {Shown(kind, settings[i].Value)} and the unit said done, but it reads back "
                    + $"{Shown(kind, read[i].Value)}. Check that no other manager sets the unit, and the vendor's forms in the rig file (PSID, addresses, times).");
            }
        }
    }

    private Task<ImmutableArray<VariableBinding>> ReadAsync(IReadOnlyList<ObjectId> names, CancellationToken cancellation) =>
        Ask(() => _session.GetAsync(names, cancellation));

    private bool IsOfBench(ObjectId name)
    {
        var index = name[^1];
        return index >= _dialect.FirstRow && index < _dialect.FirstRow + RsuDialect.BenchRows
            && Enum.GetValues<RsuTable>().Any(table => name.IsWithin(new ObjectId(_bindings.StatusOf(table, index).Parts[..^2])));
    }

    private string Shown(RsuValueKind kind, SnmpValue value) => value.Octets.Length > LongestShown && kind == RsuValueKind.Octets
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Octets.Length} octets, SHA-256 {Convert.ToHexString(SHA256.HashData(value.Octets))}")
        : _values.Text(kind, value);

    private static async Task Tell(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (SnmpException fault)
        {
            throw new RigException(fault.Message, fault);
        }
    }

    private static async Task<T> Ask<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (SnmpException fault)
        {
            throw new RigException(fault.Message, fault);
        }
    }
}
