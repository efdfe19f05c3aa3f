namespace HilBench.Drivers.Doctor;

/// <summary>Which serial lines there are.</summary>
internal sealed class SerialDeviceCheck : IMachineCheck
{
    private const string Name = "serial lines";

    public CheckResult Look(IMachine machine)
    {
        // By id where udev gives names that stay when a plug is moved.
        var named = machine.List("/dev/serial/by-id", string.Empty);
        var lines = named.Count > 0 ? named : [.. machine.List("/dev", "ttyUSB"), .. machine.List("/dev", "ttyACM")];
        return lines.Count > 0
            ? CheckResult.Present(Name, string.Join(", ", lines))
            : CheckResult.Lacking(
                Name,
                "no /dev/serial/by-id, no /dev/ttyUSB* and no /dev/ttyACM*",
                "no real device can be given positions or vehicle signals over a serial line; emulated ones need none",
                "plug the adapter in; dmesg | tail shows what the kernel calls it");
    }
}
