namespace HilBench.Drivers.Doctor;

/// <summary>Looks for one thing that the bench can use.</summary>
public interface IMachineCheck
{
    /// <summary>Looks for it.</summary>
    CheckResult Look(IMachine machine);
}
