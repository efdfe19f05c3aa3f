using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>
/// A table of one index whose rows come and go by RowStatus (RFC 2579 2). One request can make a row whole: its bindings may be in any order, and all
/// are assigned or none.
/// </summary>
internal sealed class RowTable : IManagedObjects
{
    private readonly SortedDictionary<uint, TableRow> _rows = [];
    private readonly SortedDictionary<uint, TableColumn?> _columns = [];
    private readonly uint _status;
    private readonly RowTableRules _rules;

    /// <summary>Makes an empty table.</summary>
    /// <param name="table">Name of the table; its columns are below .1.</param>
    /// <param name="columns">Its columns but for the index and the status.</param>
    /// <param name="status">Number of the column that has the RowStatus.</param>
    /// <param name="rules">What is allowed.</param>
    public RowTable(ObjectId table, ImmutableArray<TableColumn> columns, uint status, RowTableRules rules)
    {
        Root = table;
        _status = status;
        _rules = rules;
        _columns.Add(status, null);
        foreach (var column in columns)
        {
            _columns.Add(column.Number, column);
        }
    }

    public ObjectId Root { get; }

    /// <summary>The rows, by index.</summary>
    public IReadOnlyCollection<TableRow> Rows => _rows.Values;

    /// <summary>Called with a row that changed or went (its status is then <see cref="RowStatus.Destroy"/>), and the columns that were assigned.</summary>
    public Action<TableRow, IReadOnlyCollection<uint>>? Changed { get; set; }

    public SnmpValue Get(ObjectId instance) =>
        !TryPlace(instance, out var column, out var index) ? SnmpValue.NoSuchObject
        : _rows.TryGetValue(index, out var row) && Shown(row, column) is { } value ? value : SnmpValue.NoSuchInstance;

    public ObjectId? Next(ObjectId name)
    {
        foreach (var column in _columns.Keys)
        {
            foreach (var row in _rows.Values)
            {
                var instance = Instance(column, row.Index);
                if (instance > name && Shown(row, column) is not null)
                {
                    return instance;
                }
            }
        }

        return null;
    }

    public (SnmpError Error, int Index) Check(IReadOnlyList<VariableBinding> bindings)
    {
        for (var i = 0; i < bindings.Count; i++)
        {
            if (CheckOne(bindings[i]) is not SnmpError.NoError and var error)
            {
                return (error, i + 1);
            }
        }

        var made = 0;
        foreach (var (index, places) in Group(bindings))
        {
            var (error, place) = CheckRow(index, [.. places.Select(place => bindings[place])], ref made);
            if (error != SnmpError.NoError)
            {
                return (error, places[place] + 1);
            }
        }

        return (SnmpError.NoError, 0);
    }

    public void Assign(IReadOnlyList<VariableBinding> bindings)
    {
        foreach (var (index, places) in Group(bindings))
        {
            AssignRow(index, [.. places.Select(place => bindings[place])]);
        }
    }

    /// <summary>Puts in a row that the device has from the start.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="values">Values of its columns; the others have their defaults.</param>
    public void Seed(uint index, params ReadOnlySpan<(uint Column, SnmpValue Value)> values)
    {
        var row = Make(index);
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        row.Status = RowStatus.Active;
        _rows.Add(index, row);
    }

    /// <summary>Takes all rows away.</summary>
    public void Clear()
    {
        foreach (var row in _rows.Values.ToArray())
        {
            Remove(row, []);
        }
    }

    private ObjectId Instance(uint column, uint index) => Root.Append(1, column, index);

    private bool TryPlace(ObjectId instance, out uint column, out uint index)
    {
        var good = instance.Length == Root.Length + 3 && instance[Root.Length] == 1;
        (column, index) = good ? (instance[^2], instance[^1]) : (0, 0);
        return good && _columns.ContainsKey(column) && index >= 1 && index <= _rules.GreatestIndex;
    }

    private SnmpValue? Shown(TableRow row, uint column)
    {
        if (column == _status)
        {
            return SnmpValue.Integer32((int)(row.IsActive ? _rules.ActiveReads : row.Status));
        }

        return row[column] is { } value ? _columns[column]!.Shown is { } shown ? shown(value) : value : null;
    }

    private SnmpError CheckOne(VariableBinding binding)
    {
        if (!TryPlace(binding.Name, out var column, out _))
        {
            return SnmpError.NoCreation;
        }

        if (column != _status)
        {
            return _columns[column]!.Check(binding.Value);
        }

        return binding.Value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
            : binding.Value.Number is < 1 or > 6 or (long)RowStatus.NotReady ? SnmpError.WrongValue : SnmpError.NoError;
    }

    // RFC 2579 2, table of the actions in each state. The place is that of the binding which cannot be.
    private (SnmpError Error, int Place) CheckRow(uint index, List<VariableBinding> bindings, ref int made)
    {
        var place = bindings.FindLastIndex(IsStatus);
        var asked = place < 0 ? (RowStatus?)null : (RowStatus)bindings[place].Value.Number;
        var row = _rows.GetValueOrDefault(index);
        if (!_rules.MayEdit())
        {
            return (SnmpError.InconsistentValue, 0);
        }

        if (asked == RowStatus.Destroy)
        {
            return (SnmpError.NoError, 0);
        }

        if (row is null)
        {
            if (asked is RowStatus.Active or RowStatus.NotInService)
            {
                return (SnmpError.InconsistentValue, place);
            }

            if (asked is null && !_rules.RowsByColumns)
            {
                return (SnmpError.InconsistentName, 0);
            }

            if (_rows.Count + ++made > _rules.Capacity)
            {
                return (SnmpError.ResourceUnavailable, Math.Max(place, 0));
            }
        }
        else if (asked == RowStatus.CreateAndWait || (asked == RowStatus.CreateAndGo && (row.IsActive || !_rules.RowsByColumns)))
        {
            return (SnmpError.InconsistentValue, place);
        }

        var complete = IsComplete(column => row?[column] is not null || bindings.Exists(binding => binding.Name[^2] == column));
        return asked is RowStatus.Active or RowStatus.CreateAndGo or RowStatus.NotInService && !complete
            ? (SnmpError.InconsistentValue, place)
            : (SnmpError.NoError, 0);
    }

    private void AssignRow(uint index, List<VariableBinding> bindings)
    {
        var place = bindings.FindLastIndex(IsStatus);
        var asked = place < 0 ? (RowStatus?)null : (RowStatus)bindings[place].Value.Number;
        uint[] assigned = [.. bindings.Where(binding => !IsStatus(binding)).Select(binding => binding.Name[^2])];
        var found = _rows.TryGetValue(index, out var row);
        if (asked == RowStatus.Destroy)
        {
            if (found)
            {
                Remove(row!, assigned);
            }

            return;
        }

        row ??= Make(index);
        _rows[index] = row;
        foreach (var binding in bindings.Where(binding => !IsStatus(binding)))
        {
            row[binding.Name[^2]] = binding.Value;
        }

        row.Status = asked switch
        {
            RowStatus.Active or RowStatus.CreateAndGo => RowStatus.Active,
            null when row.IsActive => RowStatus.Active,
            _ => IsComplete(column => row[column] is not null) ? RowStatus.NotInService : RowStatus.NotReady,
        };
        Changed?.Invoke(row, assigned);
    }

    private void Remove(TableRow row, IReadOnlyCollection<uint> assigned)
    {
        _rows.Remove(row.Index);
        row.Status = RowStatus.Destroy;
        Changed?.Invoke(row, assigned);
    }

    private TableRow Make(uint index)
    {
        var row = new TableRow(index);
        foreach (var (number, column) in _columns)
        {
            if (column?.Default is { } value)
            {
                row[number] = value;
            }
        }

        return row;
    }

    private bool IsStatus(VariableBinding binding) => binding.Name[^2] == _status;

    private bool IsComplete(Func<uint, bool> has) => _columns.All(column => column.Value is null || column.Value.Default is not null || has(column.Key));

    private static SortedDictionary<uint, List<int>> Group(IReadOnlyList<VariableBinding> bindings)
    {
        var groups = new SortedDictionary<uint, List<int>>();
        for (var i = 0; i < bindings.Count; i++)
        {
            var index = bindings[i].Name[^1];
            if (!groups.TryGetValue(index, out var places))
            {
                groups.Add(index, places = []);
            }

            places.Add(i);
        }

        return groups;
    }
}
