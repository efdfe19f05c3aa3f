using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>All managed objects of a signal controller: NTCIP 1202, NTCIP 1201 and the object that enables the SPaT feed.</summary>
internal static class ControllerObjects
{
    public static IManagedObjects Of(ControllerUnit unit) => new ObjectTree(
        AscId.Nema,
        [
            .. PhaseTimingObjects.Of(unit),
            .. PhaseGroupObjects.Of(unit),
            .. DetectorObjects.Of(unit),
            .. UnitObjects.Of(unit),
            .. CoordinationObjects.Of(unit),
            .. PreemptObjects.Of(unit),
            .. RingObjects.Of(unit),
            .. ChannelObjects.Of(unit),
            .. SpatObjects.Of(unit),
            .. GlobalObjects.Of(unit),
        ]);

    /// <summary>A system control parameter: an INTEGER that can be assigned.</summary>
    internal static ManagedInstance Control(ControllerUnit unit, ObjectId id, Func<int> read, int greatest, Action<int> write) =>
        ManagedInstance.Integer32(id, read, 0, greatest, unit.Has(PersonalityTable.ControlIgnored) ? Ignore : write);

    /// <summary>An INTEGER that the standard lets assign but this controller has one value of: no other is taken.</summary>
    internal static ManagedInstance Fixed(ObjectId id, int value) => ManagedInstance.Integer32(id, () => value, value, value, _ => { });

    /// <summary>An OCTET STRING that the standard lets assign but this controller has one value of.</summary>
    internal static ManagedInstance Fixed(ObjectId id, byte[] octets) => new(id, () => SnmpValue.OctetString(octets))
    {
        Check = value => value.Syntax != SnmpSyntax.OctetString ? SnmpError.WrongType
            : value.Octets.SequenceEqual(octets) ? SnmpError.NoError : SnmpError.WrongValue,
        Write = _ => { },
    };

    private static void Ignore(int value) => _ = value;

    /// <summary>A table of groups of eight: a number column, then bitmaps that are only read.</summary>
    internal static IEnumerable<ManagedInstance> Groups(ObjectId entry, int groups, params IReadOnlyList<Func<int>> bitmaps)
    {
        for (var group = 1; group <= groups; group++)
        {
            var row = group;
            yield return ManagedInstance.Integer32(entry.Append(1, (uint)row), () => row);
            for (var i = 0; i < bitmaps.Count; i++)
            {
                var bitmap = bitmaps[i];
                yield return ManagedInstance.Integer32(entry.Append((uint)(i + 2), (uint)row), () => SystemControls.Octet(bitmap(), row));
            }
        }
    }
}
