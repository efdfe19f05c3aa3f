using System.Collections.Immutable;
using HilBench.Observing;
using HilBench.Rigs;

namespace HilBench.Runs;

/// <summary>What a recording says of the rig itself: what its devices stated, when the bench lost one, and what its sockets lost.</summary>
internal sealed class RigScan
{
    private readonly List<DeviceFaultRecord> _faults = [];
    private readonly SortedDictionary<string, ImmutableArray<ConfigurationItem>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<ConfigurationItem>> _after = new(StringComparer.Ordinal);

    /// <summary>Devices that the bench lost, in time order.</summary>
    public ImmutableArray<DeviceFaultRecord> Faults => [.. _faults];

    /// <summary>What devices stated before and after, by device.</summary>
    public ImmutableArray<Attestation> Attestations =>
        [.. _before.Select(pair => Attestation.Of(pair.Key, pair.Value, _after.TryGetValue(pair.Key, out var after) ? after : null))];

    /// <summary>Datagrams that the kernel threw away before the bench could take them; null when the recording does not say.</summary>
    public long? Dropped { get; private set; }

    /// <summary>Takes the next packet.</summary>
    public void Observe(Observation observation)
    {
        switch (observation.Content)
        {
            case DeviceFaultContent fault:
                _faults.Add(new DeviceFaultRecord(observation.At.ToString(), fault.Device, fault.Reason));
                break;
            case DroppedContent dropped:
                Dropped = dropped.Datagrams;
                break;
            case ConfigurationContent { AfterRun: false } configuration:
                _before[configuration.Device] = configuration.Items;
                break;
            case ConfigurationContent configuration:
                _after[configuration.Device] = configuration.Items;
                break;
        }
    }

    /// <summary>Why nothing may be reported of the run, one sentence for each device; empty when the devices stayed what they were.</summary>
    /// <param name="complete">Whether the run reached its declared end.</param>
    public ImmutableArray<string> NotReportable(bool complete) =>
    [
        .. Attestations.Where(attestation => !attestation.Holds && (complete || attestation.AfterSha256 is not null)).Select(attestation =>
            attestation.AfterSha256 is null
                ? $"{attestation.Device} did not state its configuration after the run, so nobody knows whether it is the device that was tested."
                : $"{attestation.Device} was not the same before and after the run: {string.Join("; ", attestation.Differences.Take(3).Select(Words))}"
                    + (attestation.Differences.Length > 3 ? FormattableString.Invariant($" and {attestation.Differences.Length - 3} more.") : ".")),
    ];

    private static string Words(ConfigurationDifference difference) =>
        $"{difference.Name} was {difference.Before ?? "not there"}, is {difference.After ?? "not there"}";
}
