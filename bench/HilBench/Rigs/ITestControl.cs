using HilBench.Wire.Nmea;

namespace HilBench.Rigs;

/// <summary>Capability: is brought into the state that a test asks for, over a test control interface.</summary>
public interface ITestControl : IDevice
{
    /// <summary>Brings the device into its initial state, silent on the air, and names the test that follows.</summary>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    Task PrepareAsync(string testId, CancellationToken cancellation);

    /// <summary>Switches its basic safety messages on or off.</summary>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    Task TransmitAsync(bool enabled, CancellationToken cancellation);

    /// <summary>Makes it believe to be somewhere.</summary>
    /// <param name="position">Where, without its time; null for where its receiver says.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RigException">The device did not answer or refused.</exception>
    Task PlaceAsync(GnssFix? position, CancellationToken cancellation);
}
