using HilBench.Emulators.Snmp;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Snmp;

internal sealed class RowTableTests
{
    private const int Status = 4;

    private static readonly ObjectId Root = ObjectId.Parse("1.3.9");

    private static IEnumerable<int[]> Orders()
    {
        return from a in Enumerable.Range(0, 3)
               from b in Enumerable.Range(0, 3)
               from c in Enumerable.Range(0, 3)
               where a != b && b != c && a != c
               select new[] { a, b, c };
    }

    [TestCaseSource(nameof(Orders))]
    public void One_request_makes_a_row_whatever_the_order_of_its_bindings(int[] order)
    {
        var table = Table();
        VariableBinding[] bindings = [Set(2, 7, 5), Set(3, 7, 6), Set(Status, 7, 4)];

        Assert.That(Do(table, [.. order.Select(place => bindings[place])]), Is.EqualTo((SnmpError.NoError, 0)));
        Assert.That(Int(table, 2, 7), Is.EqualTo(5));
        Assert.That(Int(table, 3, 7), Is.EqualTo(6));
        Assert.That(Int(table, Status, 7), Is.EqualTo(1));
    }

    // RFC 2579 2: the state before (0: no row), what is asked, the error, the state after.
    [TestCase(0, 1, SnmpError.InconsistentValue, 0)]
    [TestCase(0, 2, SnmpError.InconsistentValue, 0)]
    [TestCase(0, 3, SnmpError.WrongValue, 0)]
    [TestCase(0, 4, SnmpError.InconsistentValue, 0)]
    [TestCase(0, 5, SnmpError.NoError, 3)]
    [TestCase(0, 6, SnmpError.NoError, 0)]
    [TestCase(0, 7, SnmpError.WrongValue, 0)]
    [TestCase(3, 1, SnmpError.InconsistentValue, 3)]
    [TestCase(3, 2, SnmpError.InconsistentValue, 3)]
    [TestCase(3, 4, SnmpError.InconsistentValue, 3)]
    [TestCase(3, 5, SnmpError.InconsistentValue, 3)]
    [TestCase(3, 6, SnmpError.NoError, 0)]
    [TestCase(2, 1, SnmpError.NoError, 1)]
    [TestCase(2, 2, SnmpError.NoError, 2)]
    [TestCase(2, 4, SnmpError.InconsistentValue, 2)]
    [TestCase(2, 6, SnmpError.NoError, 0)]
    [TestCase(1, 1, SnmpError.NoError, 1)]
    [TestCase(1, 2, SnmpError.NoError, 2)]
    [TestCase(1, 4, SnmpError.InconsistentValue, 1)]
    [TestCase(1, 5, SnmpError.InconsistentValue, 1)]
    [TestCase(1, 6, SnmpError.NoError, 0)]
    public void A_row_goes_from_state_to_state_as_RFC_2579_has_it(int before, int asked, SnmpError error, int after)
    {
        var table = Table();
        if (before > 0)
        {
            Do(table, Set(Status, 1, 5));
        }

        if (before is 1 or 2)
        {
            Do(table, Set(2, 1, 5));
        }

        if (before == 1)
        {
            Do(table, Set(Status, 1, 1));
        }

        Assert.That(Int(table, Status, 1), Is.EqualTo(before));
        Assert.That(Do(table, Set(Status, 1, asked)).Error, Is.EqualTo(error));
        Assert.That(Int(table, Status, 1), Is.EqualTo(after));
    }

    [Test]
    public void A_bad_binding_is_named_and_nothing_of_its_request_is_assigned()
    {
        var table = Table();
        Do(table, Set(2, 1, 5), Set(Status, 1, 4));

        Assert.That(Do(table, Set(2, 1, 6), Set(3, 1, 99)), Is.EqualTo((SnmpError.WrongValue, 2)));
        Assert.That(Do(table, Set(2, 1, 6), new VariableBinding(Name(3, 1), SnmpValue.Text("six"))), Is.EqualTo((SnmpError.WrongType, 2)));
        Assert.That(Do(table, Set(2, 1, 6), Set(9, 1, 1)), Is.EqualTo((SnmpError.NoCreation, 2)));
        Assert.That(Do(table, Set(2, 1, 6), Set(2, 0, 1)), Is.EqualTo((SnmpError.NoCreation, 2)));
        Assert.That(Do(table, Set(2, 1, 6), Set(3, 2, 1)), Is.EqualTo((SnmpError.InconsistentName, 2)));
        Assert.That(Do(table, Set(2, 1, 6), Set(Status, 2, 1)), Is.EqualTo((SnmpError.InconsistentValue, 2)));
        Assert.That(Int(table, 2, 1), Is.EqualTo(5));
    }

    [Test]
    public void No_more_rows_are_made_than_there_is_room_for()
    {
        var table = Table();
        Do(table, Set(2, 1, 5), Set(Status, 1, 4), Set(2, 2, 5), Set(Status, 2, 4));

        Assert.That(Do(table, Set(2, 3, 5), Set(Status, 3, 4), Set(2, 4, 5), Set(Status, 4, 4)).Error, Is.EqualTo(SnmpError.ResourceUnavailable));
        Assert.That(Do(table, Set(2, 3, 5), Set(Status, 3, 4)).Error, Is.EqualTo(SnmpError.NoError));
        Assert.That(Do(table, Set(2, 4, 5), Set(Status, 4, 4)).Error, Is.EqualTo(SnmpError.ResourceUnavailable));
        Assert.That(Do(table, Set(Status, 1, 6)).Error, Is.EqualTo(SnmpError.NoError));
        Assert.That(Do(table, Set(2, 4, 5), Set(Status, 4, 4)).Error, Is.EqualTo(SnmpError.NoError));
    }

    [Test]
    public void A_walk_goes_column_by_column_and_leaves_out_what_has_no_value()
    {
        var table = Table();
        Do(table, Set(2, 1, 5), Set(Status, 1, 4), Set(Status, 3, 5));
        var names = new List<string>();
        for (var name = table.Next(Root); name is not null; name = table.Next(name))
        {
            names.Add(name.ToString());
        }

        Assert.That(names, Is.EqualTo(["1.3.9.1.2.1", "1.3.9.1.3.1", "1.3.9.1.3.3", "1.3.9.1.4.1", "1.3.9.1.4.3"]));
        Assert.That(table.Get(Name(2, 3)), Is.EqualTo(SnmpValue.NoSuchInstance));
        Assert.That(table.Get(Name(9, 1)), Is.EqualTo(SnmpValue.NoSuchObject));
    }

    private static RowTable Table() =>
        new(Root, [TableColumn.Integer32(2, 0, 10), TableColumn.Integer32(3, 0, 10, 1)], Status, new RowTableRules(3));

    private static ObjectId Name(uint column, uint index) => Root.Append(1, column, index);

    private static VariableBinding Set(uint column, uint index, int value) => new(Name(column, index), SnmpValue.Integer32(value));

    private static (SnmpError Error, int Index) Do(RowTable table, params VariableBinding[] bindings)
    {
        var result = table.Check(bindings);
        if (result.Error == SnmpError.NoError)
        {
            table.Assign(bindings);
        }

        return result;
    }

    private static long Int(RowTable table, uint column, uint index) => table.Get(Name(column, index)).Number;
}
