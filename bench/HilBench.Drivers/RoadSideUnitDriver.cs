using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.ImmediateForward;

namespace HilBench.Drivers;

/// <summary>Speaks to a road-side unit: hands it messages for immediate forwarding and for store and repeat.</summary>
/// <param name="plan">What the rig file says of the unit.</param>
/// <param name="immediateForward">The bench's end of the link to its immediate-forward port.</param>
/// <param name="store">The bench's end of the link to its store.</param>
public sealed class RoadSideUnitDriver(RoadSideUnitPlan plan, IDatagramPort immediateForward, IDatagramPort store) : IImmediateForward, IStoreAndRepeat
{
    /// <inheritdoc/>
    public DevicePlan Plan => plan;

    /// <inheritdoc/>
    public Task ForwardAsync(ImmediateForwardMessage message, CancellationToken cancellation)
    {
        immediateForward.Send(message.Encode());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoreAsync(ImmediateForwardMessage message, CancellationToken cancellation)
    {
        store.Send(message.Encode());
        return Task.CompletedTask;
    }
}
