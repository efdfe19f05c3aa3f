using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>One intersection as one RSU tells of it.</summary>
/// <param name="Device">The RSU.</param>
/// <param name="Region">Region of the reference id; null when the message has none.</param>
/// <param name="Id">Intersection id.</param>
internal readonly record struct IntersectionKey(string Device, int? Region, int Id)
{
    /// <summary>The key of a reference id in a message of a device.</summary>
    public static IntersectionKey Of(string device, IntersectionReferenceID id) => new(device, id.Region, id.Id);

    /// <summary>The intersection in words.</summary>
    public override string ToString() => $"intersection {Id}";
}
