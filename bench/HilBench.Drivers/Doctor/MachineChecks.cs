namespace HilBench.Drivers.Doctor;

/// <summary>Everything that <c>hilbench doctor</c> looks for, in the order in which it says it.</summary>
public static class MachineChecks
{
    /// <summary>The checks.</summary>
    /// <param name="evidenceFolder">Where evidence would go.</param>
    public static IReadOnlyList<IMachineCheck> All(string evidenceFolder) =>
    [
        new EvidenceRoomCheck(evidenceFolder),
        new TimerCheck(),
        new RealTimePriorityCheck(),
        new KernelStampCheck(),
        new HardwareClockCheck(),
        new ReceiveBufferCheck(),
        new PortCheck(),
        new RawEthernetCheck(),
        new SerialGroupCheck(),
        new SerialDeviceCheck(),
        new DockerCheck(),
        new BrowserCheck(),
        new PeerProgramCheck(),
    ];

    /// <summary>Looks for everything.</summary>
    public static IReadOnlyList<CheckResult> Run(IMachine machine, string evidenceFolder) => [.. All(evidenceFolder).Select(check => check.Look(machine))];
}
