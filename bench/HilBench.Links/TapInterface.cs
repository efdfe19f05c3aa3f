namespace HilBench.Links;

/// <summary>A named point on a link where traffic is observed.</summary>
/// <param name="Name">Name, <c>device.kind</c>, for example <c>rsu1.air</c>.</param>
/// <param name="Layer">What its octets begin with.</param>
/// <param name="Stamps">Where its stamps are taken, as a rule: each message says it for itself.</param>
/// <param name="Description">What is observed there.</param>
public sealed record TapInterface(string Name, LinkLayer Layer, StampSource Stamps, string Description);
