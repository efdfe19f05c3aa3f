namespace HilBench.Emulators.OpenV2X;

/// <summary>The air interface of a road-side unit in China: where what the platform sends down goes.</summary>
public interface IRoadsideAir
{
    /// <summary>Sends a message to all.</summary>
    /// <param name="aid">Application identifier of DSMP: what the message is.</param>
    /// <param name="message">A T/CSAE 53 MessageFrame in UPER.</param>
    void Broadcast(int aid, ReadOnlyMemory<byte> message);
}
