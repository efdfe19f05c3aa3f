using System.Collections.Immutable;
using HilBench.Rigs;
using HilBench.Wire.Nmea;

namespace HilBench.Drivers.Tci;

/// <summary>A unit under test control as a run has it: in its initial state when the run begins, transmitting only when the air shows it.</summary>
/// <param name="driver">Speaks to the unit.</param>
/// <param name="transmission">Believes the air.</param>
public sealed class ProvenTestControl(TciDriver driver, ProvenTransmission transmission) : ITestControl, IAttestable, IRunPreparation
{
    /// <inheritdoc/>
    public DevicePlan Plan => driver.Plan;

    /// <inheritdoc/>
    public Task PrepareAsync(string testId, CancellationToken cancellation) => driver.PrepareAsync(testId, cancellation);

    /// <inheritdoc/>
    public Task TransmitAsync(bool enabled, CancellationToken cancellation) => transmission.TransmitAsync(enabled, cancellation);

    /// <inheritdoc/>
    public Task PlaceAsync(GnssFix? position, CancellationToken cancellation) => driver.PlaceAsync(position, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) => driver.ReadConfigurationAsync(cancellation);

    /// <summary>Brings the unit into its initial state, and has it take its positions from its receiver.</summary>
    public async Task PrepareRunAsync(string run, CancellationToken cancellation)
    {
        await driver.PrepareAsync(run, cancellation);
        await driver.PlaceAsync(null, cancellation);
    }
}
