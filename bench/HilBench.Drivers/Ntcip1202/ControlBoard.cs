using HilBench.Drivers.Snmp;
using HilBench.Rigs;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>
/// The control objects as the bench wants them and as the controller has them. An assignment counts when it has been read back. One
/// sending goes on at a time; what is wanted meanwhile is sent behind it.
/// </summary>
/// <param name="device">Name of the controller for messages.</param>
/// <param name="session">The session with it.</param>
/// <param name="maxBindings">Most assignments of one request.</param>
internal sealed class ControlBoard(string device, ISnmpSession session, int maxBindings)
{
    private readonly SortedDictionary<ObjectId, int> _wanted = [];
    private readonly Dictionary<ObjectId, int> _given = [];
    private Task? _sending;

    /// <summary>Wants a level.</summary>
    public void Want(ObjectId instance, int value) => _wanted[instance] = value;

    /// <summary>Wants a level of an object that is left alone until the first that is not zero: not every controller has every object.</summary>
    public void WantIfEver(ObjectId instance, int value)
    {
        if (value != 0 || _wanted.ContainsKey(instance))
        {
            _wanted[instance] = value;
        }
    }

    /// <summary>Wants all levels to be zero.</summary>
    public void Release()
    {
        foreach (var instance in _wanted.Keys.ToArray())
        {
            _wanted[instance] = 0;
        }
    }

    /// <summary>Gives a level once: the controller takes it back by itself.</summary>
    public void Pulse(ObjectId instance, int value)
    {
        _given.Remove(instance);
        _wanted[instance] = value;
    }

    /// <summary>Sends what the controller does not have yet.</summary>
    public Task SendAsync(CancellationToken cancellation) =>
        _sending is { IsCompleted: false } ? _sending : _sending = SendChangesAsync(cancellation);

    /// <summary>Gives all levels again, so that the controller does not go to backup mode.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        var levels = _given.Where(level => level.Value != 0 && _wanted.GetValueOrDefault(level.Key) == level.Value)
            .Select(level => Binding(level.Key, level.Value)).OrderBy(binding => binding.Name).ToArray();
        foreach (var chunk in levels.Chunk(maxBindings))
        {
            await session.SetAsync(chunk, cancellation);
        }
    }

    private static VariableBinding Binding(ObjectId instance, int value) => new(instance, SnmpValue.Integer32(value));

    private static bool IsPulse(ObjectId instance) => instance.IsWithin(AscId.ForceOff);

    private async Task SendChangesAsync(CancellationToken cancellation)
    {
        while (Changes() is { Length: > 0 } changes)
        {
            foreach (var chunk in changes.Chunk(maxBindings))
            {
                await GiveAsync(chunk, cancellation);
            }
        }
    }

    private async Task GiveAsync(VariableBinding[] chunk, CancellationToken cancellation)
    {
        try
        {
            await session.SetAsync(chunk, cancellation);
            await ReadBackAsync(chunk, cancellation);
        }
        catch (RigException exception) when (exception is not SnmpException { Error: SnmpError.NoError })
        {
            // What was refused is not wanted any more, or it would spoil all that comes later. What got no answer is.
            foreach (var binding in chunk)
            {
                if (_given.TryGetValue(binding.Name, out var given))
                {
                    _wanted[binding.Name] = given;
                }
                else
                {
                    _wanted.Remove(binding.Name);
                }
            }

            throw;
        }
    }

    private VariableBinding[] Changes() =>
    [
        .. _wanted.Where(level => !_given.TryGetValue(level.Key, out var given) || given != level.Value)
            .Select(level => Binding(level.Key, level.Value)),
    ];

    private async Task ReadBackAsync(VariableBinding[] assigned, CancellationToken cancellation)
    {
        var read = await session.GetAsync([.. assigned.Select(binding => binding.Name)], cancellation);
        for (var i = 0; i < assigned.Length; i++)
        {
            var (name, value) = (assigned[i].Name, assigned[i].Value);
            if (read[i].Value.Number != value.Number && !(IsPulse(name) && (read[i].Value.Number & ~value.Number) == 0))
            {
                throw new RigException(
                    $"{device}: {AscNames.Of(name)} was set to {value} without an error and reads {read[i].Value}. The controller did not take it: check that it is in a mode that takes system control, and that nobody else controls it.");
            }

            _given[name] = (int)value.Number;
            if (IsPulse(name) && _wanted[name] == value.Number)
            {
                (_wanted[name], _given[name]) = (0, 0);
            }
        }
    }
}
