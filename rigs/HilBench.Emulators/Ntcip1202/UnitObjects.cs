using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Unit parameters, status and control (NTCIP 1202 unit). Dimming, interconnect and non-actuated operation can be ordered and have no effect here.</summary>
internal static class UnitObjects
{
    private const int SystemControl = 2, SystemStandby = 3, BackupMode = 4;
    private const int NotFlash = 2, AutomaticFlash = 3;
    private const int Disabled = 1;
    private const int LocalFree = 0x40, StopTime = 0x10;
    private const int ShortStopTime = 0x80, ShortCoordination = 0x10, ShortLocalOverride = 0x08, ShortPreempt = 0x01;
    private const int ReservedControl = 0x03;
    private const int SpecialFunctions = 8;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        var (engine, controls) = (unit.Engine, unit.Controls);
        return
        [
            ControllerObjects.Fixed(AscId.Unit.Append(1, 0), 0),
            ControllerObjects.Fixed(AscId.Unit.Append(2, 0), Disabled),
            ManagedInstance.Integer32(AscId.UnitBackupTime, () => controls.BackupSeconds, 0, 65535, seconds => controls.BackupSeconds = seconds),
            ManagedInstance.Integer32(AscId.Unit.Append(4, 0), () => unit.UnitRedRevert, 0, 255, unit.SetUnitRedRevert),
            ManagedInstance.Integer32(
                AscId.UnitControlStatus, () => controls.Backup ? BackupMode : controls.Pattern == 0 ? SystemStandby : SystemControl),
            ManagedInstance.Integer32(AscId.UnitFlashStatus, () => engine.Flashing ? AutomaticFlash : NotFlash),
            ManagedInstance.Integer32(AscId.Unit.Append(7, 0), () => Stopped() ? StopTime : 0),
            ManagedInstance.Integer32(AscId.Unit.Append(8, 0), () => Free() ? LocalFree : 0),
            ManagedInstance.Integer32(
                AscId.Unit.Append(9, 0),
                () => (Stopped() ? ShortStopTime : 0) | (unit.BadPattern ? ShortCoordination : 0) | (Free() ? ShortLocalOverride : 0)
                    | (engine.ActivePreempt != 0 ? ShortPreempt : 0)),
            Control(unit),
            ManagedInstance.Integer32(AscId.Unit.Append(13, 0), () => SpecialFunctions),
            .. Enumerable.Range(1, SpecialFunctions).SelectMany(number => SpecialFunction(unit, number)),
        ];

        bool Stopped() => engine.Rings.Any(ring => ring.Stopped);

        bool Free() => controls.Pattern == SystemControls.Free || unit.BadPattern;
    }

    // NTCIP 1202 unitControl: bits 0 and 1 are reserved, assigning them is badValue.
    private static ManagedInstance Control(ControllerUnit unit)
    {
        var control = ControllerObjects.Control(unit, AscId.UnitControl, () => unit.Controls.Unit, 255, unit.Controls.SetUnit);
        return control with
        {
            Check = value => control.Check!(value) is not SnmpError.NoError and var error ? error
                : (value.Number & ReservedControl) != 0 ? SnmpError.WrongValue : SnmpError.NoError,
        };
    }

    private static IEnumerable<ManagedInstance> SpecialFunction(ControllerUnit unit, int number)
    {
        var entry = AscId.Unit.Append(14, 1);
        yield return ManagedInstance.Integer32(entry.Append(1, (uint)number), () => number);
        yield return ControllerObjects.Control(
            unit, entry.Append(3, (uint)number), () => unit.Controls.SpecialFunction(number) ? 1 : 0, 1, on => unit.Controls.SetSpecialFunction(number, on == 1));
        yield return ManagedInstance.Integer32(entry.Append(4, (uint)number), () => unit.Controls.SpecialFunction(number) ? 1 : 0);
    }
}
