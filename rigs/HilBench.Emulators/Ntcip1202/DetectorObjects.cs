using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Detector status, volume and occupancy, and actuation by command (NTCIP 1202 detector 4, 5, 9, 12, 13). No detector ever has an alarm.</summary>
internal static class DetectorObjects
{
    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        var (detectors, groups) = (unit.Detectors, unit.Phases / 8);
        ManagedInstance[] always =
        [
            .. ControllerObjects.Groups(AscId.VehicleDetectorStatusGroup, groups, () => detectors.Active, () => 0),
            .. ControllerObjects.Groups(AscId.PedestrianDetectorStatusGroup, groups, () => unit.Buttons, () => 0),
            ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(1, 0), () => detectors.Sequence),
            ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(2, 0), () => Math.Min(detectors.PeriodSeconds, 255), 0, 255, detectors.SetPeriod),
            ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(3, 0), () => unit.Phases),
            .. Enumerable.Range(1, unit.Phases).SelectMany(number => (ManagedInstance[])
            [
                ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(4, 1, 1, (uint)number), () => detectors.Volume(number)),
                ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(4, 1, 2, (uint)number), () => detectors.Occupancy(number)),
            ]),
        ];
        return unit.Has(PersonalityTable.Ntcip1202Version2) ? always : [.. always, .. OfVersion3(unit, groups)];
    }

    private static IEnumerable<ManagedInstance> OfVersion3(ControllerUnit unit, int groups)
    {
        var (detectors, controls) = (unit.Detectors, unit.Controls);
        yield return ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(5, 0), () => detectors.PeriodSeconds, 0, 65535, detectors.SetPeriod);
        yield return new ManagedInstance(
            AscId.VolumeOccupancy.Append(6, 0), () => SnmpValue.Counting(SnmpSyntax.Counter32, unchecked((uint)detectors.ReportedAt)));
        yield return ManagedInstance.Integer32(AscId.VolumeOccupancy.Append(7, 0), () => detectors.ReportedSeconds);
        for (var row = 1; row <= groups; row++)
        {
            var group = row;
            yield return ManagedInstance.Integer32(AscId.VehicleDetectorControlGroup.Append(1, (uint)group), () => group);
            yield return ControllerObjects.Control(
                unit,
                AscId.VehicleDetectorControlGroup.Append(2, (uint)group),
                () => SystemControls.Octet(controls.Vehicles, group),
                255,
                bits => controls.SetVehicles(group, bits));
            yield return ManagedInstance.Integer32(AscId.PedestrianDetectorControlGroup.Append(1, (uint)group), () => group);
            yield return ControllerObjects.Control(
                unit,
                AscId.PedestrianDetectorControlGroup.Append(2, (uint)group),
                () => SystemControls.Octet(controls.Pedestrians, group),
                255,
                bits => controls.SetPedestrians(group, bits));
        }
    }
}
