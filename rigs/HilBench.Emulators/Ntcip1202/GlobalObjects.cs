using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Identity, transactions and time (NTCIP 1201). Assignments take effect at once, outside any transaction; there is no daylight saving.</summary>
internal static class GlobalObjects
{
    private const int Software = 3;
    private const int Normal = 1;
    private const int NoDaylightSaving = 2;
    private const int HalfDay = 43200;
    private const string BaseStandards = "NTCIP 1201; NTCIP 1202";

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        var (clock, settings) = (unit.Clock, unit.Settings);
        var module = AscId.Module;
        return
        [
            ManagedInstance.Integer32(AscId.MaxModules, () => 1),
            ManagedInstance.Integer32(module.Append(1, 1), () => 1),
            new ManagedInstance(module.Append(2, 1), () => SnmpValue.Of(AscId.Asc)),
            ManagedInstance.Text(module.Append(3, 1), () => settings.Make),
            ManagedInstance.Text(module.Append(4, 1), () => settings.Model),
            ManagedInstance.Text(module.Append(5, 1), () => settings.Version),
            ManagedInstance.Integer32(module.Append(6, 1), () => Software),
            ManagedInstance.Text(AscId.Global.Append(1, 4, 0), () => BaseStandards),
            ControllerObjects.Fixed(AscId.DbCreateTransaction, Normal),
            Time(AscId.GlobalTime, () => clock.GlobalTime, counter: unit.Has(PersonalityTable.GlobalTimeAsCounter)) with
            {
                Check = value => value.Syntax != SnmpSyntax.Integer32 && !(value.Syntax == SnmpSyntax.Counter32 && unit.Has(PersonalityTable.GlobalTimeAsCounter))
                    ? SnmpError.WrongType
                    : value.Number < 0 ? SnmpError.WrongValue : SnmpError.NoError,
                Write = value => clock.SetGlobalTime(value.Number),
            },
            ControllerObjects.Fixed(AscId.Global.Append(3, 2, 0), NoDaylightSaving),
            ManagedInstance.Integer32(
                AscId.Global.Append(3, 5, 0), () => clock.StandardTimeZone, -HalfDay, HalfDay, seconds => clock.StandardTimeZone = seconds),
            Time(AscId.Global.Append(3, 6, 0), () => clock.LocalTime, counter: !unit.Has(PersonalityTable.LocalTimeAsInteger)),
        ];
    }

    // The two tags that agents answer a time with.
    private static ManagedInstance Time(ObjectId id, Func<long> read, bool counter) =>
        new(id, () => counter ? SnmpValue.Counting(SnmpSyntax.Counter32, unchecked((uint)read())) : SnmpValue.Integer32(unchecked((int)read())));
}
