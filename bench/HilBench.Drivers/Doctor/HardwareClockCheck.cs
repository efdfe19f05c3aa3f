namespace HilBench.Drivers.Doctor;

/// <summary>Whether a network interface has a clock of its own (PTP hardware clock).</summary>
internal sealed class HardwareClockCheck : IMachineCheck
{
    private const string Name = "hardware clock";

    public CheckResult Look(IMachine machine)
    {
        var clocks = machine.List("/dev", "ptp");
        return clocks.Count > 0
            ? CheckResult.Present(Name, $"{string.Join(", ", clocks)}; stamps are taken by the kernel all the same")
            : CheckResult.Lacking(
                Name,
                "no /dev/ptp*: no network interface here has a clock",
                "clocks of two machines cannot be held together by PTP in hardware: measure on one machine, or state the bound that chrony gives",
                "ethtool -T <interface> shows what an interface can do; a card with a PTP hardware clock brings it");
    }
}
