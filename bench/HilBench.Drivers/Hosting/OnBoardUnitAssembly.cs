using System.Collections.Immutable;
using HilBench.Drivers.Tci;
using HilBench.Drivers.VehicleBus;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Nmea;

namespace HilBench.Drivers.Hosting;

/// <summary>Makes the drivers of an on-board unit: one for each way in which it is spoken to.</summary>
/// <param name="parts">What drivers are made with.</param>
internal sealed class OnBoardUnitAssembly(RigParts parts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AirPatience = TimeSpan.FromSeconds(2);

    /// <summary>Makes them.</summary>
    /// <exception cref="RigException">The unit did not answer, or refused.</exception>
    public async Task<ImmutableArray<IDevice>> MakeAsync(OnBoardUnitPlan plan, Wiring wiring)
    {
        var air = wiring.Air();
        var devices = ImmutableArray.CreateBuilder<IDevice>();
        devices.Add(Gnss(plan, wiring));
        if (plan.VehicleBus is { } bus)
        {
            devices.Add(await VehicleBusAsync(plan, bus, wiring));
        }

        if (plan.Alerts is { } alerts)
        {
            devices.Add(Alerts(plan, alerts, wiring));
        }

        if (plan.TestControl is { } control)
        {
            devices.Add(TestControl(plan, control, wiring, air));
        }

        return devices.ToImmutable();
    }

    /// <summary>Makes the driver of a device's GNSS input.</summary>
    public static IGnssInput Gnss(DevicePlan plan, Wiring wiring)
    {
        const string Description = "Positions as a GNSS receiver reports them (NMEA 0183)";
        var ends = wiring.Ends["gnss"];
        if (ends.Line is null)
        {
            return new OnBoardUnitDriver(plan, wiring.Datagrams("gnss", Description));
        }

        var receiver = new GnssReceiverDriver(plan, wiring.Line("gnss", Description), NmeaStyle.Usual);
        ends.LineWatch!.Sender = receiver;
        return receiver;
    }

    private async Task<IDevice> VehicleBusAsync(OnBoardUnitPlan plan, VehicleBusPlan bus, Wiring wiring)
    {
        var host = new SlcanHost(parts.Loop, wiring.Line(DeviceKinds.VehicleBus, "The vehicle's bus behind a CAN adapter (SLCAN)"));
        try
        {
            await host.OpenAsync(bus.BitsPerSecond);
        }
        catch (LinkException fault)
        {
            throw new RigException(fault.Message, fault);
        }

        var driver = new VehicleBusDriver(parts.Loop, plan, host, VehicleBusFile.Read(plan, parts.Folder));
        parts.Sockets.Add(driver);
        return driver;
    }

    private AlertListener Alerts(OnBoardUnitPlan plan, AlertPlan alerts, Wiring wiring)
    {
        const string Description = "Warnings of the unit, lines of JSON";
        var ends = wiring.Ends[DeviceKinds.Alerts];
        var listener = ends switch
        {
            { Bus: not null } => new AlertListener(plan, wiring.Bus(DeviceKinds.Alerts, Description), alerts.Topic),
            { Line: not null } => new AlertListener(plan, wiring.Line(DeviceKinds.Alerts, Description)),
            _ => new AlertListener(plan, wiring.Datagrams(DeviceKinds.Alerts, Description)),
        };
        parts.Sockets.Add(listener);
        return listener;
    }

    private ProvenTestControl TestControl(OnBoardUnitPlan plan, TestControlPlan control, Wiring wiring, AirFeed air)
    {
        var agreement = new TciAgreement(control.Encoding, control.IsCv2x ? TciStandard.J31611 : TciStandard.J29451, Patience);
        var driver = new TciDriver(parts.Loop, plan, wiring.Datagrams(DeviceKinds.TestControl, "OmniAir Test Control Interface"), agreement);
        var transmission = new ProvenTransmission(parts.Loop, driver, AirPatience);
        air.Add(transmission.Observe);
        return new ProvenTestControl(driver, transmission);
    }
}
