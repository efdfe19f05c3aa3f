namespace HilBench.Emulators.Hosting;

/// <summary>A link that a kind of device has.</summary>
/// <param name="Kind">Kind of link, as rig files write it, for example <c>spat</c>.</param>
/// <param name="Use">What the device does on it.</param>
/// <param name="UsualPort">UDP port that such devices use.</param>
/// <param name="Carries">What goes over it.</param>
public sealed record LinkSlot(string Kind, LinkUse Use, int UsualPort, string Carries)
{
    /// <summary>True when the device runs without it too.</summary>
    public bool Optional { get; init; }
}
